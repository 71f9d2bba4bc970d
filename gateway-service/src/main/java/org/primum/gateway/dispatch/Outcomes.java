package org.primum.gateway.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.primum.gateway.dispatch.Paces.Paced;
import org.primum.gateway.dispatch.Spending.Entry;
import org.primum.gateway.dispatch.TaskMoves.Failing;
import org.primum.gateway.dispatch.TaskMoves.Returning;
import org.primum.gateway.dispatch.TaskMoves.UnderWay;
import org.primum.gateway.evaluation.Evaluations;
import org.primum.gateway.evaluation.Progress;
import org.primum.gateway.evaluation.Task;
import org.primum.messaging.Outbox;
import org.primum.messaging.Outgoing;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.message.VerdictReached;

/**
 * Takes what came of tasks that were out, many in one transaction: moves the tasks, paces the
 * endpoints by what was met there, and adds up what was used. A second copy of anything changes
 * nothing.
 */
@ApplicationScoped
class Outcomes {

  private final Session database;
  private final TaskMoves moves;
  private final Paces paces;
  private final Panels panels;
  private final Survey survey;
  private final Spending spending;
  private final Evaluations evaluations;
  private final Progress progress;
  private final Outbox outbox;
  private final Clock clock;

  Outcomes(
      Session database,
      TaskMoves moves,
      Paces paces,
      Panels panels,
      Survey survey,
      Spending spending,
      Evaluations evaluations,
      Progress progress,
      Outbox outbox,
      Clock clock) {
    this.database = database;
    this.moves = moves;
    this.paces = paces;
    this.panels = panels;
    this.survey = survey;
    this.spending = spending;
    this.evaluations = evaluations;
    this.progress = progress;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Takes what models answered, or why they did not. */
  void answers(List<AnswerRecorded> recorded) {
    touch(
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    takeAnswers(once(recorded, AnswerRecorded::taskId, AnswerRecorded::mayPass))));
  }

  /** Takes what judges came to. */
  void verdicts(List<VerdictReached> reached) {
    touch(
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    takeVerdicts(once(reached, VerdictReached::taskId, VerdictReached::mayPass))));
  }

  private void touch(Set<UUID> evaluationIds) {
    evaluationIds.forEach(progress::touch);
  }

  private Set<UUID> takeAnswers(Collection<AnswerRecorded> recorded) {
    Instant now = clock.instant();
    Map<UUID, UUID> moved =
        new HashMap<>(moves.answer(recorded.stream().filter(one -> one.answer() != null).toList()));
    List<AnswerRecorded> failures = recorded.stream().filter(one -> one.answer() == null).toList();
    List<UUID> failed = failures.stream().map(AnswerRecorded::taskId).toList();
    Map<UUID, UnderWay> open = moves.underWay(failed, Task.ASKING);
    open.forEach((id, task) -> moved.put(id, task.evaluationId()));
    List<Entry> used = new ArrayList<>();
    for (AnswerRecorded one : recorded) {
      if (moved.containsKey(one.taskId()) && one.report() != null) {
        used.add(new Entry(moved.get(one.taskId()), false, one.report()));
      }
    }
    Map<UUID, Pace> pace = meet(used, this::promptsOut);
    List<Failing> failing = new ArrayList<>();
    List<Returning> returning = new ArrayList<>();
    for (AnswerRecorded one : failures) {
      UnderWay task = open.get(one.taskId());
      int requests = one.report() == null ? 0 : one.report().requests();
      if (!one.mayPass()) {
        failing.add(new Failing(one.taskId(), one.failure(), requests));
      } else if (task != null && isOf(task, one.attempt())) {
        Retries.Decision decision =
            Retries.decide(
                one.failure().kind(),
                task.failures(),
                task.firstFailureAt(),
                paceOf(pace, one.report()),
                openPrompts(task.evaluationId()),
                now);
        if (decision.givenUp()) {
          failing.add(new Failing(one.taskId(), one.failure(), requests));
        } else {
          returning.add(new Returning(one.taskId(), one.failure().kind(), requests, decision));
        }
      }
    }
    moves.takeBack(returning);
    Map<UUID, UUID> ended = moves.fail(failing, List.of(Task.WAITING, Task.ASKING), now);
    moved.putAll(ended);
    spending.add(used);
    announce(ended.keySet());
    return new HashSet<>(moved.values());
  }

  private Set<UUID> takeVerdicts(Collection<VerdictReached> reached) {
    Instant now = clock.instant();
    Map<UUID, UUID> ended =
        new HashMap<>(moves.judge(reached.stream().filter(one -> !one.mayPass()).toList(), now));
    List<VerdictReached> passing = reached.stream().filter(VerdictReached::mayPass).toList();
    Map<UUID, UnderWay> open =
        moves.underWay(passing.stream().map(VerdictReached::taskId).toList(), Task.JUDGING);
    Map<UUID, UUID> moved = new HashMap<>(ended);
    open.forEach((id, task) -> moved.put(id, task.evaluationId()));
    List<Entry> used = new ArrayList<>();
    for (VerdictReached one : reached) {
      if (moved.containsKey(one.taskId())) {
        one.reports().forEach(report -> used.add(new Entry(moved.get(one.taskId()), true, report)));
      }
    }
    Map<UUID, Pace> pace = meet(used, this::judgingsOut);
    List<VerdictReached> givenUp = new ArrayList<>();
    List<Returning> returning = new ArrayList<>();
    for (VerdictReached one : passing) {
      UnderWay task = open.get(one.taskId());
      if (task == null || !isOf(task, one.attempt())) {
        continue;
      }
      EndpointReport troubled =
          one.reports().stream()
              .filter(report -> report.trouble() != null)
              .findFirst()
              .orElse(null);
      FailureKind kind = troubled == null ? one.failure().kind() : troubled.trouble();
      Retries.Decision decision =
          Retries.decide(
              kind,
              task.failures(),
              task.firstFailureAt(),
              paceOf(pace, troubled),
              openJudgings(task.evaluationId()),
              now);
      if (decision.givenUp()) {
        givenUp.add(one);
      } else {
        returning.add(new Returning(one.taskId(), kind, 0, decision));
      }
    }
    moves.takeBack(returning);
    ended.putAll(moves.judge(givenUp, now));
    spending.add(used);
    announce(ended.keySet());
    return new HashSet<>(moved.values());
  }

  private interface InFlight {

    /** How much is out at these endpoints. */
    Map<UUID, Integer> at(Set<UUID> endpoints);
  }

  private Map<UUID, Pace> meet(List<Entry> used, InFlight inFlight) {
    Set<UUID> endpoints = new HashSet<>();
    used.forEach(entry -> endpoints.add(entry.report().endpointId()));
    if (endpoints.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Paced> paced = paces.locked(endpoints);
    Map<UUID, Integer> out = inFlight.at(endpoints);
    Instant now = clock.instant();
    Map<UUID, Pace> changed = new HashMap<>();
    for (Entry entry : used) {
      UUID endpoint = entry.report().endpointId();
      Pace before = changed.getOrDefault(endpoint, paced.get(endpoint).pace());
      changed.put(
          endpoint,
          before.met(
              entry.report(), out.getOrDefault(endpoint, 0), paced.get(endpoint).most(), now));
    }
    paces.save(changed);
    return changed;
  }

  private Map<UUID, Integer> promptsOut(Set<UUID> models) {
    Map<UUID, Integer> out = new HashMap<>();
    database
        .createNativeQuery(
            """
            select model_id as model, count(*) as count
            from evaluation join task on task.evaluation_id = evaluation.id
            where model_id = any(?1) and evaluation.state in ('queued', 'running', 'judging')
              and task.state = 'asking'
            group by model_id
            """,
            Tuple.class)
        .setParameter(1, models.toArray(UUID[]::new))
        .getResultList()
        .forEach(
            row ->
                out.put(
                    row.get("model", UUID.class), Math.toIntExact(row.get("count", Long.class))));
    return out;
  }

  private Map<UUID, Integer> judgingsOut(Set<UUID> judges) {
    Map<UUID, Integer> out = new HashMap<>();
    survey
        .atJudges()
        .forEach(
            row ->
                panels
                    .endpoints(row.get("judging", String.class))
                    .forEach(
                        judge ->
                            out.merge(
                                judge,
                                Math.toIntExact(row.get("count", Long.class)),
                                Integer::sum)));
    return out;
  }

  private static Pace paceOf(Map<UUID, Pace> paces, EndpointReport report) {
    return report == null ? Pace.fresh() : paces.getOrDefault(report.endpointId(), Pace.fresh());
  }

  private static boolean isOf(UnderWay task, Integer attempt) {
    return attempt == null || attempt == task.attempts();
  }

  private long openPrompts(UUID evaluationId) {
    return open(evaluationId, "state in ('waiting', 'asking')");
  }

  private long openJudgings(UUID evaluationId) {
    return open(evaluationId, "state in ('waiting', 'asking', 'answered', 'judging')");
  }

  private long open(UUID evaluationId, String states) {
    return database
        .createNativeQuery(
            "select count(*) from (select from task where evaluation_id = ?1 and "
                + states
                + " limit ?2) as counted",
            Long.class)
        .setParameter(1, evaluationId)
        .setParameter(2, Retries.FEW + 1)
        .getSingleResult();
  }

  private void announce(Set<UUID> ended) {
    if (!ended.isEmpty()) {
      outbox.addAll(
          evaluations.tasks(ended).stream()
              .map(task -> Outgoing.of(ItemFinished.KEY, task.record()))
              .toList());
    }
  }

  /** One for each task; of several, the first that is final. */
  private static <T> Collection<T> once(
      List<T> outcomes, Function<T, UUID> task, Predicate<T> mayPass) {
    Map<UUID, T> first = new HashMap<>();
    outcomes.forEach(
        one ->
            first.merge(
                task.apply(one), one, (before, copy) -> mayPass.test(before) ? copy : before));
    return first.values();
  }

  /**
   * Ends tasks without a verdict, within the caller's transaction.
   *
   * @param state only those in this state
   */
  void giveUp(List<UUID> tasks, String state, Failure failure) {
    Map<UUID, UUID> ended =
        moves.fail(
            tasks.stream().map(id -> new Failing(id, failure, 0)).toList(),
            List.of(state),
            clock.instant());
    announce(ended.keySet());
    ended.values().forEach(progress::touch);
  }
}
