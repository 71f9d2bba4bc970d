package org.primum.leaderboard.item;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.primum.protocol.Json;
import org.primum.protocol.message.ItemFinished;

/** What the read model knows of items. */
@ApplicationScoped
@Transactional
public class ItemRecords implements PanacheRepositoryBase<ItemRecord, UUID> {

  private final EntityManager database;

  ItemRecords(EntityManager database) {
    this.database = database;
  }

  /** Takes a message; a second copy changes nothing. */
  public void take(ItemFinished message) {
    database
        .createNativeQuery(
            """
            insert into item (task_id, evaluation_id, ordinal, suite, item_id, category, split,
              label, failure, body, repetition, part)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            on conflict do nothing
            """)
        .setParameter(1, message.taskId())
        .setParameter(2, message.evaluationId())
        .setParameter(3, message.ordinal())
        .setParameter(4, message.item().suite())
        .setParameter(5, message.item().id())
        .setParameter(6, message.item().category())
        .setParameter(7, message.item().split())
        .setParameter(8, message.verdict() == null ? null : message.verdict().label())
        .setParameter(
            9,
            message.failure() == null
                ? null
                : message.failure().kind().name().toLowerCase(Locale.ROOT))
        .setParameter(10, Json.write(message))
        .setParameter(11, message.repetition() == null ? 1 : message.repetition())
        .setParameter(12, message.item().part())
        .executeUpdate();
  }

  /** One item of that evaluation. */
  public Optional<ItemFinished> one(UUID evaluation, UUID task) {
    return find("taskId = ?1 and evaluationId = ?2", task, evaluation)
        .firstResultOptional()
        .map(ItemRecord::message);
  }

  /** The task before that place in the evaluation. */
  public Optional<UUID> before(UUID evaluation, int ordinal) {
    return find("evaluationId = ?1 and ordinal < ?2 order by ordinal desc", evaluation, ordinal)
        .firstResultOptional()
        .map(item -> item.taskId);
  }

  /** The task after that place in the evaluation. */
  public Optional<UUID> after(UUID evaluation, int ordinal) {
    return find("evaluationId = ?1 and ordinal > ?2 order by ordinal", evaluation, ordinal)
        .firstResultOptional()
        .map(item -> item.taskId);
  }

  /** How many items pass the filter. */
  public long count(UUID evaluation, ItemFilter filter) {
    return count(conditions(filter), parameters(evaluation, filter));
  }

  /** A page of the items that pass the filter, in the version's order; the first page is 1. */
  public List<ItemFinished> page(UUID evaluation, ItemFilter filter, int page, int size) {
    return find(conditions(filter) + " order by ordinal", parameters(evaluation, filter))
        .page(page - 1, size)
        .stream()
        .map(ItemRecord::message)
        .toList();
  }

  private static String conditions(ItemFilter filter) {
    List<String> conditions = new ArrayList<>(List.of("evaluationId = :evaluation"));
    if (!filter.suite().isEmpty()) {
      conditions.add("suite = :suite");
    }
    if (!filter.category().isEmpty()) {
      conditions.add("category = :category");
    }
    if (filter.onlyFailed()) {
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
    if (!filter.verdict().isEmpty() && !filter.onlyFailed()) {
      parameters = parameters.and("verdict", filter.verdict());
    }
    return parameters;
  }
}
