package org.primum.leaderboard.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.primum.leaderboard.item.ItemFilter.Field;
import org.primum.protocol.Json;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.scoring.Counted;

/** Items of one evaluation that pass a filter, in the order in which they were asked. */
@ApplicationScoped
@Transactional
public class ItemSearch {

  /** So many at a time have their traits looked at. */
  private static final int CHUNK = 500;

  private final Session database;

  ItemSearch(Session database) {
    this.database = database;
  }

  /** How many there are. */
  public long count(UUID evaluation, ItemFilter filter, ItemAccess access) {
    return counted(Conditions.of(evaluation, filter, access));
  }

  /** How many there are before that place. */
  public long countBefore(UUID evaluation, ItemFilter filter, ItemAccess access, int ordinal) {
    return counted(
        Conditions.of(evaluation, filter, access).and("ordinal < :ordinal", "ordinal", ordinal));
  }

  /** A page of them; the first page is 1. */
  public List<ItemFinished> page(
      UUID evaluation, ItemFilter filter, ItemAccess access, int page, int size) {
    Conditions conditions = Conditions.of(evaluation, filter, access);
    fillTraits(evaluation, filter);
    // Which ones is found without their messages, of which only those that are shown are read.
    return conditions
        .bind(
            database.createNativeQuery(
                """
                select * from item where task_id in (
                  select task_id from item where %s order by ordinal offset :skipped limit :size)
                order by ordinal
                """
                    .formatted(conditions.text()),
                ItemRecord.class))
        .setParameter("skipped", (page - 1) * size)
        .setParameter("size", size)
        .getResultStream()
        .map(ItemRecord::message)
        .toList();
  }

  /** The task of the last of them before that place. */
  public Optional<UUID> before(UUID evaluation, ItemFilter filter, ItemAccess access, int ordinal) {
    return beside(
        Conditions.of(evaluation, filter, access).and("ordinal < :ordinal", "ordinal", ordinal),
        "ordinal desc");
  }

  /** The task of the first of them after that place. */
  public Optional<UUID> after(UUID evaluation, ItemFilter filter, ItemAccess access, int ordinal) {
    return beside(
        Conditions.of(evaluation, filter, access).and("ordinal > :ordinal", "ordinal", ordinal),
        "ordinal");
  }

  /** Whether the evaluation has items of a private part, finished ones. */
  public boolean hasPrivatePart(UUID evaluation) {
    return database
        .createNativeQuery(
            "select exists (select from item where evaluation_id = ?1 and part is not null)",
            Boolean.class)
        .setParameter(1, evaluation)
        .getSingleResult();
  }

  private Optional<UUID> beside(Conditions conditions, String order) {
    fillTraits(conditions.evaluation(), conditions.filter());
    return conditions
        .bind(
            database.createNativeQuery(
                "select task_id from item where %s order by %s limit 1"
                    .formatted(conditions.text(), order),
                UUID.class))
        .getResultStream()
        .findFirst();
  }

  private long counted(Conditions conditions) {
    fillTraits(conditions.evaluation(), conditions.filter());
    return conditions
        .bind(
            database.createNativeQuery(
                "select count(*) from item where " + conditions.text(), Long.class))
        .getSingleResult();
  }

  /**
   * Looks at items that came before traits were kept, when somebody asks for a trait: once in the
   * life of an evaluation, and a matter of seconds for a large one.
   */
  private void fillTraits(UUID evaluation, ItemFilter filter) {
    if (!filter.asksForTraits()) {
      return;
    }
    List<Tuple> found;
    do {
      found =
          database
              .createNativeQuery(
                  """
                  select task_id, body from item where evaluation_id = ?1 and traits is null
                  order by task_id limit ?2 for update
                  """,
                  Tuple.class)
              .setParameter(1, evaluation)
              .setParameter(2, CHUNK)
              .getResultList();
      if (!found.isEmpty()) {
        fill(found);
      }
    } while (found.size() == CHUNK);
  }

  private void fill(List<Tuple> found) {
    database
        .createNativeMutationQuery(
            """
            update item set traits = string_to_array(seen.traits, ',')
            from unnest(?1, ?2) as seen (task_id, traits) where item.task_id = seen.task_id
            """)
        .setParameter(1, found.stream().map(row -> row.get(0, UUID.class)).toArray(UUID[]::new))
        .setParameter(
            2,
            found.stream()
                .map(row -> Json.read(row.get(1, String.class), ItemFinished.class))
                .map(item -> String.join(",", ItemTraits.of(item)))
                .toArray(String[]::new))
        .executeUpdate();
  }

  /** What holds for the items that are looked for. */
  private record Conditions(
      UUID evaluation, ItemFilter filter, List<String> conditions, Map<String, Object> values) {

    static Conditions of(UUID evaluation, ItemFilter filter, ItemAccess access) {
      Conditions all = new Conditions(evaluation, filter, new ArrayList<>(), new LinkedHashMap<>());
      all.and("evaluation_id = :evaluation", "evaluation", evaluation);
      all.conditions.add(access.condition());
      all.where(Field.SUITE, "suite = :suite");
      all.where(Field.CATEGORY, "category = :category");
      all.where(Field.SPLIT, "split = :split");
      if (!filter.repeat().isEmpty()) {
        all.and("repetition = :repeat", "repeat", Integer.valueOf(filter.repeat()));
      }
      if (filter.votesDiffer()) {
        all.traits("votes", Set.of(ItemTraits.VOTES_DIFFER));
      }
      if (!filter.get(Field.SENTENCE).isEmpty()) {
        all.traits("sentence", Set.of(ItemTraits.part(filter.get(Field.SENTENCE))));
      }
      all.verdict();
      if (filter.counted() != null) {
        all.counted(filter.counted());
      }
      return all;
    }

    private void verdict() {
      String verdict = filter.verdict();
      if (filter.failure() != null) {
        and("failure = :failure", "failure", filter.failure());
      } else if (verdict.equals(ItemFilter.FAILED)) {
        conditions.add("failure is not null");
      } else if (verdict.equals(ItemFilter.SCORED)) {
        conditions.add("label is not null");
      } else {
        where(Field.VERDICT, "label = :verdict");
      }
    }

    private void counted(Counted counted) {
      conditions.add("label is not null");
      if (!counted.labels().isEmpty()) {
        and("label = any(:labels)", "labels", array(counted.labels()));
      }
      if (!counted.splits().isEmpty()) {
        and("split = any(:splits)", "splits", array(counted.splits()));
      }
      if (!counted.parts().isEmpty()) {
        Set<String> parts = new TreeSet<>();
        counted.parts().forEach(part -> parts.add(ItemTraits.part(part)));
        traits("parts", parts);
      }
      if (counted.refusingWords()) {
        traits("words", Set.of(ItemTraits.REFUSING_WORDS));
      }
    }

    private void where(Field field, String condition) {
      if (!filter.get(field).isEmpty()) {
        and(condition, field.parameter(), filter.get(field));
      }
    }

    /** It has one of these. */
    private void traits(String name, Set<String> wanted) {
      and("traits && cast(:%s as text[])".formatted(name), name, array(wanted));
    }

    Conditions and(String condition, String name, Object value) {
      conditions.add(condition);
      values.put(name, value);
      return this;
    }

    String text() {
      return String.join(" and ", conditions);
    }

    <Q extends CommonQueryContract> Q bind(Q query) {
      values.forEach(query::setParameter);
      return query;
    }

    private static String[] array(Set<String> texts) {
      return texts.toArray(String[]::new);
    }
  }
}
