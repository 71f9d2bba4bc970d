package org.primum.gateway.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.Json;

/** What was last computed and told of evaluations that run, the same for every replica. */
@ApplicationScoped
class ProgressRecords {

  private final Session database;

  ProgressRecords(Session database) {
    this.database = database;
  }

  /**
   * What is kept of one.
   *
   * @param metrics its metrics as last computed; null when they never were
   * @param metricsAt when that was
   * @param metricsOf how many of its items were finished then
   * @param told what was last told of it; null for nothing
   */
  record Kept(Metrics metrics, Instant metricsAt, int metricsOf, Told told) {

    private static final Kept NOTHING = new Kept(null, null, -1, null);
  }

  Kept of(UUID evaluationId) {
    return database
        .createNativeQuery(
            """
            select metrics, metrics_at, metrics_of, told from evaluation_progress
            where evaluation_id = ?1
            """,
            Tuple.class)
        .setParameter(1, evaluationId)
        .getResultStream()
        .findFirst()
        .map(ProgressRecords::kept)
        .orElse(Kept.NOTHING);
  }

  private static Kept kept(Tuple row) {
    String metrics = row.get("metrics", String.class);
    String told = row.get("told", String.class);
    return new Kept(
        metrics == null ? null : Json.read(metrics, Metrics.class),
        row.get("metrics_at", Instant.class),
        metrics == null ? -1 : row.get("metrics_of", Integer.class),
        told == null ? null : Json.read(told, Told.class));
  }

  /** Keeps metrics that were computed over so many finished items; not when it has ended. */
  void keep(UUID evaluationId, Metrics metrics, int finished, Instant now) {
    database
        .createNativeMutationQuery(
            """
            update evaluation_progress set metrics = ?2, metrics_of = ?3, metrics_at = ?4
            where evaluation_id = ?1
            """)
        .setParameter(1, evaluationId)
        .setParameter(2, Json.write(metrics))
        .setParameter(3, finished)
        .setParameter(4, now.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  void keep(UUID evaluationId, Told told) {
    database
        .createNativeMutationQuery(
            """
            insert into evaluation_progress (evaluation_id, told) values (?1, ?2)
            on conflict (evaluation_id) do update set told = excluded.told
            """)
        .setParameter(1, evaluationId)
        .setParameter(2, Json.write(told))
        .executeUpdate();
  }

  void remove(UUID evaluationId) {
    database
        .createNativeMutationQuery("delete from evaluation_progress where evaluation_id = ?1")
        .setParameter(1, evaluationId)
        .executeUpdate();
  }
}
