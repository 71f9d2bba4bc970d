package org.primum.leaderboard.evaluation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;

/** What the read model knows of evaluations. */
@ApplicationScoped
@Transactional
public class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

  /** What holds for an evaluation that may stand on the board, to a query of either kind. */
  public static final String STANDS = "state = 'complete' and not withdrawn";

  private static final int MOST_KEPT = 2_000;
  private static final int READ_AT_ONCE = 100;

  private final Session database;
  private final Cache<UUID, EvaluationChanged> complete =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Evaluations(Session database) {
    this.database = database;
  }

  /** Takes a message; an older one than the read model has already changes nothing. */
  public void take(EvaluationChanged message) {
    database
        .createNativeMutationQuery(
            """
            insert into evaluation (id, revision, state, model_id, comparable_group,
              finished_items, created_at, finished_at, body, imported, benchmark,
              version, withdrawn)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            on conflict (id) do update set revision = excluded.revision, state = excluded.state,
              model_id = excluded.model_id, comparable_group = excluded.comparable_group,
              finished_items = excluded.finished_items, created_at = excluded.created_at,
              finished_at = excluded.finished_at, body = excluded.body,
              imported = excluded.imported, benchmark = excluded.benchmark,
              version = excluded.version, withdrawn = excluded.withdrawn
            where evaluation.revision < excluded.revision
            """)
        .setParameter(1, message.id())
        .setParameter(2, message.revision())
        .setParameter(3, message.state().label())
        .setParameter(4, message.model().id())
        .setParameter(5, message.group())
        .setParameter(6, message.scored() + message.failed())
        .setParameter(7, utc(message.createdAt()))
        .setParameter(8, utc(message.finishedAt()))
        .setParameter(9, Json.write(message))
        .setParameter(10, message.imported())
        .setParameter(11, message.benchmark())
        .setParameter(12, message.version())
        .setParameter(13, message.withdrawn())
        .executeUpdate();
  }

  /** One evaluation. */
  public Optional<EvaluationChanged> one(UUID id) {
    return findByIdOptional(id).map(Evaluation::message);
  }

  /** Those of these that the read model knows, in no order. */
  public List<EvaluationChanged> some(Collection<UUID> ids) {
    return find("id in ?1", ids).stream().map(Evaluation::message).toList();
  }

  /** The newest revision of each of these that the read model knows. */
  Map<UUID, Long> revisions(Set<UUID> ids) {
    return database
        .createQuery("select id, revision from Evaluation where id in ?1", Object[].class)
        .setParameter(1, ids)
        .getResultStream()
        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
  }

  /**
   * In each comparable group the newest complete evaluation of each model that was not withdrawn,
   * newest first; the newest imported run beside the newest of our own. One that did not change is
   * the same object again.
   */
  public List<EvaluationChanged> onBoard() {
    return read(
        database
            .createNativeQuery(
                """
                select id, revision from (
                  select distinct on (comparable_group, model_id, imported)
                    id, revision, finished_at
                  from evaluation where %s
                  order by comparable_group, model_id, imported, finished_at desc) newest
                order by finished_at desc
                """
                    .formatted(STANDS),
                Tuple.class)
            .getResultList());
  }

  /** The same of one comparable group, without what was brought in; by the models' names. */
  public List<EvaluationChanged> onBoard(String group) {
    return read(
            database
                .createNativeQuery(
                    """
                    select distinct on (model_id) id, revision from evaluation
                    where %s and not imported and comparable_group = ?1
                    order by model_id, finished_at desc
                    """
                        .formatted(STANDS),
                    Tuple.class)
                .setParameter(1, group)
                .getResultList())
        .stream()
        .sorted(Comparator.comparing(evaluation -> evaluation.model().name()))
        .toList();
  }

  /** Those evaluations, in their order; one that is known in that revision is not read again. */
  private List<EvaluationChanged> read(List<Tuple> newest) {
    Map<UUID, EvaluationChanged> known = new HashMap<>();
    List<UUID> unread = new ArrayList<>();
    for (Tuple one : newest) {
      UUID id = one.get("id", UUID.class);
      EvaluationChanged read = complete.getIfPresent(id);
      if (read != null && read.revision() == one.get("revision", Long.class)) {
        known.put(id, read);
      } else {
        unread.add(id);
      }
    }
    for (int at = 0; at < unread.size(); at += READ_AT_ONCE) {
      for (EvaluationChanged read :
          some(unread.subList(at, Math.min(unread.size(), at + READ_AT_ONCE)))) {
        known.put(read.id(), read);
        complete.put(read.id(), read);
      }
    }
    return newest.stream()
        .map(one -> known.get(one.get("id", UUID.class)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** The newest evaluations that are on their way, ended without a result, or were withdrawn. */
  public List<EvaluationChanged> notOnBoard(int most) {
    return find("(state <> 'complete' or withdrawn) order by createdAt desc").page(0, most).stream()
        .map(Evaluation::message)
        .toList();
  }

  /** The newest complete evaluation of our own on that version that was not withdrawn. */
  public Optional<EvaluationChanged> newestOn(String benchmark, String version) {
    return find(
            STANDS
                + " and not imported and benchmark = ?1 and benchmarkVersion = ?2"
                + " order by finishedAt desc",
            benchmark,
            version)
        .firstResultOptional()
        .map(Evaluation::message);
  }

  /** All evaluations of these models, newest first. */
  public List<EvaluationChanged> ofModels(Collection<UUID> models) {
    return find("modelId in ?1 order by createdAt desc", models).stream()
        .map(Evaluation::message)
        .toList();
  }

  /** Evaluations that can still change, as far as the read model knows; oldest first. */
  public List<UUID> unfinished() {
    return database
        .createQuery(
            """
            select evaluation.id from Evaluation evaluation
            where evaluation.state not in ('complete', 'failed', 'cancelled')
            order by evaluation.createdAt
            """,
            UUID.class)
        .getResultList();
  }

  /** Evaluations that ended before that instant with more items than the read model holds. */
  public List<UUID> lackingItems(Instant endedBefore) {
    return database
        .createQuery(
            """
            select evaluation.id from Evaluation evaluation
            where evaluation.finishedAt < ?1 and evaluation.finishedItems >
              (select count(*) from ItemRecord item where item.evaluationId = evaluation.id)
            """,
            UUID.class)
        .setParameter(1, endedBefore)
        .getResultList();
  }

  private static Object utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
