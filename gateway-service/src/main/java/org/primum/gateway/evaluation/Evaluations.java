package org.primum.gateway.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.Session;
import org.hibernate.jpa.HibernateHints;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;

/** Evaluations and their tasks. */
@ApplicationScoped
public class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

  private static final int PAGE = 100;

  private final Session database;

  Evaluations(Session database) {
    this.database = database;
  }

  Evaluation required(UUID id) {
    return Optional.ofNullable(findById(id))
        .orElseThrow(() -> Problem.notFound("There is no such evaluation."));
  }

  Evaluation locked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> Problem.notFound("There is no such evaluation."));
  }

  /** Ids of the evaluations that are not finished. */
  List<UUID> active() {
    return database
        .createQuery(
            "select id from Evaluation where state in ('queued', 'running', 'judging')", UUID.class)
        .getResultList();
  }

  /**
   * In each comparable group the newest complete evaluation of each model that was not withdrawn,
   * newest first.
   *
   * @param benchmark null for all benchmarks
   * @param version null for all versions
   */
  public List<EvaluationChanged> onBoard(String benchmark, String version) {
    return database
        .createNativeQuery(
            """
            select summary from (
              select distinct on (comparable_group, model_id) summary, evaluation.finished_at
              from evaluation join benchmark_version on benchmark_version.id = version_id
              where evaluation.state = 'complete' and evaluation.withdrawn_at is null
                and (cast(?1 as text) is null or benchmark = ?1)
                and (cast(?2 as text) is null or version = ?2)
              order by comparable_group, model_id, evaluation.finished_at desc) as newest
            order by finished_at desc
            """,
            String.class)
        .setParameter(1, benchmark)
        .setParameter(2, version)
        .getResultStream()
        .map(summary -> Json.read(summary, EvaluationChanged.class))
        .toList();
  }

  /** All evaluations of a model, locked. */
  List<Evaluation> lockedOf(UUID modelId) {
    return find("model.id = ?1 order by createdAt", modelId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The suites it asks. */
  List<String> suites(UUID evaluationId) {
    return database
        .createQuery("select distinct suite from Task where evaluationId = ?1", String.class)
        .setParameter(1, evaluationId)
        .getResultList();
  }

  /** These tasks. */
  public List<Task> tasks(Collection<UUID> ids) {
    return database
        .createNativeQuery("select * from task where id = any(?1)", Task.class)
        .setParameter(1, ids.toArray(UUID[]::new))
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .getResultList();
  }

  /**
   * How an evaluation's model is asked.
   *
   * @throws IllegalArgumentException when its endpoint or its settings are unusable
   */
  public <T> T setup(UUID evaluationId, BiFunction<Endpoint, Generation, T> made) {
    Evaluation evaluation = required(evaluationId);
    return made.apply(evaluation.model.endpoint(), evaluation.generation());
  }

  /**
   * Finished tasks after that place, a page of them, in order.
   *
   * @param suite null for all suites
   * @param hidden whether items of the version's private part are among them
   */
  List<Task> finishedTasks(UUID evaluationId, String suite, int afterOrdinal, boolean hidden) {
    return database
        .createQuery(
            """
            from Task where evaluationId = ?1 and ordinal > ?2 and state in ('scored', 'failed')
              and (?3 = true or part is null) and (cast(?4 as string) is null or suite = ?4)
            order by ordinal
            """,
            Task.class)
        .setParameter(1, evaluationId)
        .setParameter(2, afterOrdinal)
        .setParameter(3, hidden)
        .setParameter(4, suite)
        .setMaxResults(PAGE)
        .getResultList();
  }

  /**
   * How many tasks of a suite there are.
   *
   * @param hidden whether private ones count
   */
  int asked(UUID evaluationId, String suite, boolean hidden) {
    return count("select count(*) from Task where ", evaluationId, suite, hidden);
  }

  /** How many of them have a record: those that are finished, and not for want of one. */
  int recorded(UUID evaluationId, String suite, boolean hidden) {
    return count(
        """
        select count(*) from Task where state in ('scored', 'failed')
          and coalesce(failureKind, '') <> 'not_recorded' and
        """,
        evaluationId,
        suite,
        hidden);
  }

  private int count(String which, UUID evaluationId, String suite, boolean hidden) {
    return database
        .createQuery(
            which + " evaluationId = ?1 and suite = ?2 and (?3 = true or part is null)", Long.class)
        .setParameter(1, evaluationId)
        .setParameter(2, suite)
        .setParameter(3, hidden)
        .getSingleResult()
        .intValue();
  }

  /** Every item of the version once, and then again for each further repetition. */
  void createTasks(Evaluation evaluation, List<String> suites) {
    database
        .createNativeMutationQuery(
            """
            insert into task (id, evaluation_id, ordinal, suite, item_id, category, split, prompt,
              document, instruction, part, repetition, judging, state, attempts)
            select gen_random_uuid(), ?1,
              row_number() over (order by repetition, item.ordinal) - 1,
              item.suite, item.item_id, item.category, item.split, item.prompt, item.document,
              item.instruction, item.part, repetition, version_judging.hash, 'waiting', 0
            from item join version_judging using (version_id, suite)
              cross join generate_series(1, ?5) as repetition
            where item.version_id = ?2 and (?3 or item.suite = any(?4))
            """)
        .setParameter(1, evaluation.id)
        .setParameter(2, evaluation.version.id())
        .setParameter(3, suites.isEmpty())
        .setParameter(4, suites.toArray(String[]::new))
        .setParameter(5, evaluation.version.settings().repeats())
        .executeUpdate();
  }

  /** Tasks that wait to be handed out, locked, a page of them. */
  List<Task> waitingTasks(UUID evaluationId) {
    return database
        .createQuery(
            "from Task where evaluationId = ?1 and state = 'waiting' order by ordinal", Task.class)
        .setParameter(1, evaluationId)
        .setMaxResults(PAGE)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Writes what has changed in these tasks, and forgets them. */
  void leave(List<Task> tasks) {
    database.flush();
    tasks.forEach(database::detach);
  }

  /** Whether it waits for its cost limit to be raised. */
  boolean waitsForBudget(UUID evaluationId) {
    return database
            .createNativeQuery(
                "select count(*) from evaluation where id = ?1 and waits_for = 'budget'",
                Long.class)
            .setParameter(1, evaluationId)
            .getSingleResult()
        > 0;
  }

  /** It waits for its cost limit no longer. */
  void goOn(UUID evaluationId) {
    database
        .createNativeMutationQuery(
            """
            update evaluation
            set waits_for = null, waiting_reason = null, waiting_since = null, gives_up_at = null
            where id = ?1 and waits_for = 'budget'
            """)
        .setParameter(1, evaluationId)
        .executeUpdate();
  }

  void cancelTasks(UUID evaluationId) {
    database
        .createMutationQuery(
            """
            update Task set state = 'cancelled', leaseUntil = null
            where evaluationId = ?1 and state in ('waiting', 'asking', 'answered', 'judging')
            """)
        .setParameter(1, evaluationId)
        .executeUpdate();
  }
}
