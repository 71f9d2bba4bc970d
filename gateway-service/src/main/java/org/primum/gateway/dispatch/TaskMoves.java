package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.VerdictReached;
import org.primum.protocol.scoring.AnswerTraits;

/**
 * The steps a task takes, many tasks in one statement. A step is taken only from the states it may
 * be taken from, so whatever comes twice or too late moves nothing.
 */
@ApplicationScoped
class TaskMoves {

  private static final String ANSWER =
      """
      update task set state = 'answered', answer = said.answer, answer_length = said.length,
        stock_refusal = said.stock_refusal, requests = task.requests + said.requests,
        request_identity = coalesce(said.identity, task.request_identity), failures = 0,
        first_failure_at = null, last_failure = null, not_before = null, lease_until = null
      from unnest(?1, ?2, ?3, ?4, ?5, ?6)
        as said (id, answer, length, stock_refusal, requests, identity)
      where task.id = said.id and task.state in ('waiting', 'asking')
      returning task.id as id, evaluation_id as evaluation
      """;

  private static final String VERDICT =
      """
      update task set state = case when reached.failure_kind is null then 'scored' else 'failed' end,
        verdict = reached.verdict, label = reached.label, votes = reached.votes,
        identity = reached.identity, failure_kind = reached.failure_kind,
        failure_detail = reached.failure_detail, finished_at = ?8, not_before = null,
        lease_until = null
      from unnest(?1, ?2, ?3, ?4, ?5, ?6, ?7)
        as reached (id, verdict, label, votes, identity, failure_kind, failure_detail)
      where task.id = reached.id and task.state in ('answered', 'judging')
      returning task.id as id, evaluation_id as evaluation
      """;

  private static final String FAIL =
      """
      update task set state = 'failed', failure_kind = failed.kind, failure_detail = failed.detail,
        requests = task.requests + failed.requests, finished_at = ?5, not_before = null,
        lease_until = null
      from unnest(?1, ?2, ?3, ?4) as failed (id, kind, detail, requests)
      where task.id = failed.id and task.state = any(?6)
      returning task.id as id, evaluation_id as evaluation
      """;

  private static final String TAKE_BACK =
      """
      update task set state = case task.state when 'judging' then 'answered' else 'waiting' end,
        requests = task.requests + back.requests, failures = back.failures,
        first_failure_at = back.first_failure_at, not_before = back.not_before,
        last_failure = coalesce(back.failure, task.last_failure), lease_until = null
      from unnest(?1, ?2, ?3, ?4, ?5, ?6)
        as back (id, requests, failures, first_failure_at, not_before, failure)
      where task.id = back.id and task.state in ('asking', 'judging')
      """;

  private static final String UNDER_WAY =
      """
      select id as id, evaluation_id as evaluation, attempts as attempts, failures as failures,
        first_failure_at as first_failure_at
      from task where id = any(?1) and state = ?2 order by id for update
      """;

  /**
   * A task that is out.
   *
   * @param id the task
   * @param evaluationId its evaluation
   * @param attempts how often it was handed out
   * @param failures how many failures count so far
   * @param firstFailureAt when it failed first, or null
   */
  record UnderWay(UUID id, UUID evaluationId, int attempts, int failures, Instant firstFailureAt) {}

  /**
   * A task that fails for good.
   *
   * @param requests sent for it and not counted yet
   */
  record Failing(UUID id, Failure failure, int requests) {}

  /**
   * A task that is tried again.
   *
   * @param failure what it failed of; null when it did not come back at all
   * @param requests sent for it and not counted yet
   */
  record Returning(UUID id, FailureKind failure, int requests, Retries.Decision decision) {

    /** Of one whose turn did not come. */
    static Returning unasked(UnderWay task, Instant now) {
      return new Returning(
          task.id(),
          null,
          0,
          new Retries.Decision(false, task.failures(), task.firstFailureAt(), now));
    }
  }

  private final Session database;

  TaskMoves(Session database) {
    this.database = database;
  }

  /** Keeps answers; gives the evaluation of each task that had none yet. */
  Map<UUID, UUID> answer(List<AnswerRecorded> answers) {
    if (answers.isEmpty()) {
      return Map.of();
    }
    List<AnswerTraits> traits =
        answers.stream().map(said -> AnswerTraits.of(said.answer().text())).toList();
    return moved(
        database
            .createNativeQuery(ANSWER, Tuple.class)
            .setParameter(1, list(answers, AnswerRecorded::taskId).toArray(UUID[]::new))
            .setParameter(
                2, list(answers, said -> Json.write(said.answer())).toArray(String[]::new))
            .setParameter(3, list(traits, AnswerTraits::length).toArray(Integer[]::new))
            .setParameter(4, list(traits, AnswerTraits::stockRefusal).toArray(Boolean[]::new))
            .setParameter(
                5, list(answers, said -> said.answer().requests()).toArray(Integer[]::new))
            .setParameter(6, strings(answers, AnswerRecorded::identity))
            .getResultList());
  }

  /** Keeps verdicts and failures to reach one; gives the evaluation of each task that had none. */
  Map<UUID, UUID> judge(List<VerdictReached> verdicts, Instant now) {
    if (verdicts.isEmpty()) {
      return Map.of();
    }
    return moved(
        database
            .createNativeQuery(VERDICT, Tuple.class)
            .setParameter(1, list(verdicts, VerdictReached::taskId).toArray(UUID[]::new))
            .setParameter(2, strings(verdicts, one -> written(one.verdict())))
            .setParameter(
                3, strings(verdicts, one -> one.verdict() == null ? null : one.verdict().label()))
            .setParameter(4, strings(verdicts, one -> Json.write(one.votes())))
            .setParameter(5, strings(verdicts, VerdictReached::identity))
            .setParameter(
                6, strings(verdicts, one -> one.failure() == null ? null : kind(one.failure())))
            .setParameter(
                7, strings(verdicts, one -> one.failure() == null ? null : one.failure().detail()))
            .setParameter(8, now)
            .getResultList());
  }

  /**
   * Ends tasks without a verdict.
   *
   * @param from only those in these states
   * @return the evaluation of each that was ended
   */
  Map<UUID, UUID> fail(List<Failing> failing, List<String> from, Instant now) {
    if (failing.isEmpty()) {
      return Map.of();
    }
    return moved(
        database
            .createNativeQuery(FAIL, Tuple.class)
            .setParameter(1, list(failing, Failing::id).toArray(UUID[]::new))
            .setParameter(2, strings(failing, one -> kind(one.failure())))
            .setParameter(3, strings(failing, one -> one.failure().detail()))
            .setParameter(4, list(failing, Failing::requests).toArray(Integer[]::new))
            .setParameter(5, now)
            .setParameter(6, from.toArray(String[]::new))
            .getResultList());
  }

  /** Has tasks that are out handed out again. */
  void takeBack(List<Returning> returning) {
    if (returning.isEmpty()) {
      return;
    }
    database
        .createNativeMutationQuery(TAKE_BACK)
        .setParameter(1, list(returning, Returning::id).toArray(UUID[]::new))
        .setParameter(2, list(returning, Returning::requests).toArray(Integer[]::new))
        .setParameter(3, list(returning, one -> one.decision().failures()).toArray(Integer[]::new))
        .setParameter(
            4,
            returning.stream().map(one -> one.decision().firstFailureAt()).toArray(Instant[]::new))
        .setParameter(
            5, returning.stream().map(one -> one.decision().notBefore()).toArray(Instant[]::new))
        .setParameter(
            6, strings(returning, one -> one.failure() == null ? null : kind(one.failure())))
        .executeUpdate();
  }

  /** Those of the tasks that are in that state, locked for a change. */
  Map<UUID, UnderWay> underWay(List<UUID> tasks, String state) {
    Map<UUID, UnderWay> found = new HashMap<>();
    if (!tasks.isEmpty()) {
      database
          .createNativeQuery(UNDER_WAY, Tuple.class)
          .setParameter(1, tasks.toArray(UUID[]::new))
          .setParameter(2, state)
          .getResultList()
          .forEach(
              row ->
                  found.put(
                      row.get("id", UUID.class),
                      new UnderWay(
                          row.get("id", UUID.class),
                          row.get("evaluation", UUID.class),
                          row.get("attempts", Integer.class),
                          row.get("failures", Integer.class),
                          row.get("first_failure_at", Instant.class))));
    }
    return found;
  }

  private static Map<UUID, UUID> moved(List<Tuple> rows) {
    Map<UUID, UUID> evaluations = new HashMap<>();
    rows.forEach(
        row -> evaluations.put(row.get("id", UUID.class), row.get("evaluation", UUID.class)));
    return evaluations;
  }

  private static String kind(Failure failure) {
    return kind(failure.kind());
  }

  private static String kind(FailureKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String written(Object verdict) {
    return verdict == null ? null : Json.write(verdict);
  }

  private static <T, R> List<R> list(List<T> from, Function<T, R> part) {
    return from.stream().map(part).toList();
  }

  /** May hold nulls, which a list may not. */
  private static <T> String[] strings(List<T> from, Function<T, String> part) {
    return from.stream().map(part).toArray(String[]::new);
  }
}
