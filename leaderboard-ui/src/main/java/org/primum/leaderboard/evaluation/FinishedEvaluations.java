package org.primum.leaderboard.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.message.EvaluationChanged;

/** Evaluations that have ended, whatever they came to. */
@ApplicationScoped
@Transactional
public class FinishedEvaluations {

  private final Session database;

  FinishedEvaluations(Session database) {
    this.database = database;
  }

  /** The ones that ended last, the newest first. */
  public List<EvaluationChanged> newest(int most) {
    return database
        .createQuery(
            "from Evaluation where finishedAt is not null order by finishedAt desc, id",
            Evaluation.class)
        .setMaxResults(most)
        .getResultStream()
        .map(Evaluation::message)
        .toList();
  }

  /** Those of a version, the oldest first. */
  public List<UUID> ofVersion(String benchmark, String version) {
    return database
        .createQuery(
            """
            select evaluation.id from Evaluation evaluation
            where evaluation.benchmark = ?1 and evaluation.benchmarkVersion = ?2
              and evaluation.finishedAt is not null
            order by evaluation.finishedAt, evaluation.id
            """,
            UUID.class)
        .setParameter(1, benchmark)
        .setParameter(2, version)
        .getResultList();
  }
}
