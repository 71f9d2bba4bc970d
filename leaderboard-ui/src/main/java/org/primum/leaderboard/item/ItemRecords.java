package org.primum.leaderboard.item;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.primum.protocol.Json;
import org.primum.protocol.message.ItemFinished;

/** What the read model knows of items. */
@ApplicationScoped
@Transactional
public class ItemRecords implements PanacheRepositoryBase<ItemRecord, UUID> {

  private static final String TAKE =
      """
      insert into item (task_id, evaluation_id, ordinal, suite, item_id, category, split, label,
        failure, body, repetition, part)
      select * from unnest(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
      on conflict do nothing
      """;

  private final Session database;

  ItemRecords(Session database) {
    this.database = database;
  }

  /** Takes a message; a second copy changes nothing. */
  public void take(ItemFinished message) {
    take(List.of(message));
  }

  /** Takes messages in one go; a second copy of any changes nothing. */
  public void take(List<ItemFinished> messages) {
    database
        .createNativeMutationQuery(TAKE)
        .setParameter(1, messages.stream().map(ItemFinished::taskId).toArray(UUID[]::new))
        .setParameter(2, messages.stream().map(ItemFinished::evaluationId).toArray(UUID[]::new))
        .setParameter(3, messages.stream().map(ItemFinished::ordinal).toArray(Integer[]::new))
        .setParameter(4, texts(messages, message -> message.item().suite()))
        .setParameter(5, texts(messages, message -> message.item().id()))
        .setParameter(6, texts(messages, message -> message.item().category()))
        .setParameter(7, texts(messages, message -> message.item().split()))
        .setParameter(8, texts(messages, ItemRecords::label))
        .setParameter(9, texts(messages, ItemRecords::failure))
        .setParameter(10, texts(messages, Json::write))
        .setParameter(11, messages.stream().map(ItemRecords::repetition).toArray(Integer[]::new))
        .setParameter(12, texts(messages, message -> message.item().part()))
        .executeUpdate();
  }

  private static String[] texts(List<ItemFinished> messages, Function<ItemFinished, String> part) {
    return messages.stream().map(part).toArray(String[]::new);
  }

  private static String label(ItemFinished message) {
    return message.verdict() == null ? null : message.verdict().label();
  }

  private static String failure(ItemFinished message) {
    return message.failure() == null
        ? null
        : message.failure().kind().name().toLowerCase(Locale.ROOT);
  }

  private static int repetition(ItemFinished message) {
    return message.repetition() == null ? 1 : message.repetition();
  }

  /** One item of that evaluation. */
  public Optional<ItemFinished> one(UUID evaluation, UUID task, ItemAccess access) {
    return find(
            "taskId = :task and " + within(access),
            Parameters.with("task", task).and("evaluation", evaluation))
        .firstResultOptional()
        .map(ItemRecord::message);
  }

  /** The task before that place in the evaluation. */
  public Optional<UUID> before(UUID evaluation, int ordinal, ItemAccess access) {
    return beside(evaluation, ordinal, " and ordinal < :ordinal order by ordinal desc", access);
  }

  /** The task after that place in the evaluation. */
  public Optional<UUID> after(UUID evaluation, int ordinal, ItemAccess access) {
    return beside(evaluation, ordinal, " and ordinal > :ordinal order by ordinal", access);
  }

  private Optional<UUID> beside(UUID evaluation, int ordinal, String place, ItemAccess access) {
    return find(
            within(access) + place,
            Parameters.with("evaluation", evaluation).and("ordinal", ordinal))
        .firstResultOptional()
        .map(item -> item.taskId);
  }

  /** The other repetitions of that item, in order. */
  public List<ItemFinished> repetitions(ItemFinished item, ItemAccess access) {
    return find(
            within(access) + " and suite = :suite and itemId = :item order by repetition",
            Parameters.with("evaluation", item.evaluationId())
                .and("suite", item.item().suite())
                .and("item", item.item().id()))
        .stream()
        .map(ItemRecord::message)
        .toList();
  }

  /** The first answers to the items at those places of the version, in order. */
  public List<ItemFinished> at(UUID evaluation, List<Integer> places, ItemAccess access) {
    return find(
            within(access) + " and repetition = 1 and ordinal in :places order by ordinal",
            Parameters.with("evaluation", evaluation).and("places", places))
        .stream()
        .map(ItemRecord::message)
        .toList();
  }

  /** Whether the evaluation has items of a private part, finished ones. */
  public boolean hasPrivatePart(UUID evaluation) {
    return count("evaluationId = ?1 and part is not null", evaluation) > 0;
  }

  /** How many items pass the filter. */
  public long count(UUID evaluation, ItemFilter filter, ItemAccess access) {
    return count(conditions(filter, access), parameters(evaluation, filter));
  }

  /** A page of the items that pass the filter, in the version's order; the first page is 1. */
  public List<ItemFinished> page(
      UUID evaluation, ItemFilter filter, ItemAccess access, int page, int size) {
    return find(conditions(filter, access) + " order by ordinal", parameters(evaluation, filter))
        .page(page - 1, size)
        .stream()
        .map(ItemRecord::message)
        .toList();
  }

  /** Every look at items begins here, so that none forgets who looks. */
  private static String within(ItemAccess access) {
    return switch (access) {
      case PUBLIC_PART -> "evaluationId = :evaluation and part is null";
      case BOTH_PARTS -> "evaluationId = :evaluation";
    };
  }

  private static String conditions(ItemFilter filter, ItemAccess access) {
    List<String> conditions = new ArrayList<>(List.of(within(access)));
    if (!filter.suite().isEmpty()) {
      conditions.add("suite = :suite");
    }
    if (!filter.category().isEmpty()) {
      conditions.add("category = :category");
    }
    if (filter.failure() != null) {
      conditions.add("failure = :failure");
    } else if (filter.onlyFailed()) {
      conditions.add("failure is not null");
    } else if (!filter.verdict().isEmpty()) {
      conditions.add("label = :verdict");
    }
    return String.join(" and ", conditions);
  }

  private static Parameters parameters(UUID evaluation, ItemFilter filter) {
    Parameters parameters = Parameters.with("evaluation", evaluation);
    if (!filter.suite().isEmpty()) {
      parameters = parameters.and("suite", filter.suite());
    }
    if (!filter.category().isEmpty()) {
      parameters = parameters.and("category", filter.category());
    }
    if (filter.failure() != null) {
      parameters = parameters.and("failure", filter.failure());
    } else if (!filter.verdict().isEmpty() && !filter.onlyFailed()) {
      parameters = parameters.and("verdict", filter.verdict());
    }
    return parameters;
  }
}
