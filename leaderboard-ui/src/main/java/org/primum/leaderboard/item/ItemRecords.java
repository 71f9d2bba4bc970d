package org.primum.leaderboard.item;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
        failure, body, repetition, part, traits)
      select task_id, evaluation_id, ordinal, suite, item_id, category, split, label,
        failure, body, repetition, part, string_to_array(traits, ',')
      from unnest(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        as message (task_id, evaluation_id, ordinal, suite, item_id, category, split, label,
          failure, body, repetition, part, traits)
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
        .setParameter(13, texts(messages, message -> String.join(",", ItemTraits.of(message))))
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

  private static String within(ItemAccess access) {
    return "evaluationId = :evaluation and " + access.condition();
  }
}
