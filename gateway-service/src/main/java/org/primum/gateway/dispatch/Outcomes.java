package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * Takes what models answered, or why they did not, and what judges came to, within the caller's
   * transaction.
   */
  void take(List<AnswerRecorded> recorded, List<VerdictReached> reached) {
    Instant now = clock.instant();
    Collection<AnswerRecorded> answered =
        once(recorded, AnswerRecorded::taskId, AnswerRecorded::mayPass);
    Moved answers = moveAnswers(answered);
    Collection<VerdictReached> verdicts =
        once(reached, VerdictReached::taskId, VerdictReached::mayPass);
    Moved judgings = moveVerdicts(verdicts, now);
    Map<UUID, Pace> paces = meet(answers.used(), judgings.used());
    List<Returning> returning = new ArrayList<>();
    Map<UUID, UUID> ended = new HashMap<>(judgings.ended());
    ended.putAll(decideAnswers(answered, answers.open(), paces, returning, now));
    ended.putAll(decideVerdicts(verdicts, judgings.open(), paces, returning, now));
    moves.takeBack(returning);
    List<Entry> used = new ArrayList<>(answers.used());
    used.addAll(judgings.used());
    spending.add(used);
    announce(ended.keySet());
    Set<UUID> touched = new HashSet<>(answers.evaluations().values());
    touched.addAll(judgings.evaluations().values());
    touched.addAll(ended.values());
    touched.forEach(progress::touch);
  }

  /**
   * What outcomes did to their tasks before anything was decided.
   *
   * @param evaluations of the tasks they were news for
   * @param ended those of them that have ended, with their evaluations
   * @param open those that failed and may be tried again
   * @param used what was met on the way
   */
  private record Moved(
      Map<UUID, UUID> evaluations,
      Map<UUID, UUID> ended,
      Map<UUID, UnderWay> open,
      List<Entry> used) {}

  private Moved moveAnswers(Collection<AnswerRecorded> recorded) {
    Map<UUID, UUID> news =
        new HashMap<>(moves.answer(recorded.stream().filter(one -> one.answer() != null).toList()));
    Map<UUID, UnderWay> open =
        moves.underWay(
            recorded.stream()
                .filter(one -> one.answer() == null)
                .map(AnswerRecorded::taskId)
                .toList(),
            Task.ASKING);
    open.forEach((id, task) -> news.put(id, task.evaluationId()));
    List<Entry> used = new ArrayList<>();
    for (AnswerRecorded one : recorded) {
      if (news.containsKey(one.taskId()) && one.report() != null) {
        used.add(new Entry(news.get(one.taskId()), false, one.report()));
      }
    }
    return new Moved(news, Map.of(), open, used);
  }

  private Moved moveVerdicts(Collection<VerdictReached> reached, Instant now) {
    Map<UUID, UUID> ended =
        moves.judge(reached.stream().filter(one -> !one.mayPass()).toList(), now);
    Map<UUID, UnderWay> open =
        moves.underWay(
            reached.stream().filter(VerdictReached::mayPass).map(VerdictReached::taskId).toList(),
            Task.JUDGING);
    Map<UUID, UUID> news = new HashMap<>(ended);
    open.forEach((id, task) -> news.put(id, task.evaluationId()));
    List<Entry> used = new ArrayList<>();
    for (VerdictReached one : reached) {
      if (news.containsKey(one.taskId())) {
        one.reports().forEach(report -> used.add(new Entry(news.get(one.taskId()), true, report)));
      }
    }
    return new Moved(news, ended, open, used);
  }

  private Map<UUID, UUID> decideAnswers(
      Collection<AnswerRecorded> recorded,
      Map<UUID, UnderWay> open,
      Map<UUID, Pace> paces,
      List<Returning> returning,
      Instant now) {
    List<Failing> failing = new ArrayList<>();
    for (AnswerRecorded one : recorded) {
      if (one.answer() != null) {
        continue;
      }
      UnderWay task = open.get(one.taskId());
      int requests = one.report() == null ? 0 : one.report().requests();
      if (!one.mayPass()) {
        failing.add(new Failing(one.taskId(), one.failure(), requests));
      } else if (task == null || !isOf(task, one.attempt())) {
        continue;
      } else if (one.unasked()) {
        returning.add(Returning.unasked(task, now));
      } else {
        Retries.Decision decision =
            Retries.decide(
                one.failure().kind(),
                task.failures(),
                task.firstFailureAt(),
                paceOf(paces, one.report()),
                openPrompts(task.evaluationId()),
                now);
        if (decision.givenUp()) {
          failing.add(new Failing(one.taskId(), one.failure(), requests));
        } else {
          returning.add(new Returning(one.taskId(), one.failure().kind(), requests, decision));
        }
      }
    }
    return moves.fail(failing, List.of(Task.WAITING, Task.ASKING), now);
  }

  private Map<UUID, UUID> decideVerdicts(
      Collection<VerdictReached> reached,
      Map<UUID, UnderWay> open,
      Map<UUID, Pace> paces,
      List<Returning> returning,
      Instant now) {
    List<VerdictReached> givenUp = new ArrayList<>();
    for (VerdictReached one : reached) {
      UnderWay task = open.get(one.taskId());
      if (task == null || !isOf(task, one.attempt())) {
        continue;
      }
      if (one.unasked()) {
        returning.add(Returning.unasked(task, now));
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
              paceOf(paces, troubled),
              openJudgings(task.evaluationId()),
              now);
      if (decision.givenUp()) {
        givenUp.add(one);
      } else {
        returning.add(new Returning(one.taskId(), kind, 0, decision));
      }
    }
    return moves.judge(givenUp, now);
  }

  private Map<UUID, Pace> meet(List<Entry> atModels, List<Entry> atJudges) {
    Set<UUID> models = endpoints(atModels);
    Set<UUID> judges = endpoints(atJudges);
    Set<UUID> endpoints = new HashSet<>(models);
    endpoints.addAll(judges);
    if (endpoints.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Paced> paced = paces.locked(endpoints);
    Map<UUID, Integer> out = new HashMap<>();
    if (!models.isEmpty()) {
      out.putAll(promptsOut(models));
    }
    if (!judges.isEmpty()) {
      out.putAll(judgingsOut());
    }
    Instant now = clock.instant();
    Map<UUID, Pace> changed = new HashMap<>();
    Stream.concat(atModels.stream(), atJudges.stream())
        .map(Entry::report)
        .sorted(Pace.LEAST_LEFT_LAST)
        .forEach(
            report -> {
              UUID endpoint = report.endpointId();
              Paced before = paced.get(endpoint);
              changed.put(
                  endpoint,
                  changed
                      .getOrDefault(endpoint, before.pace())
                      .met(report, out.getOrDefault(endpoint, 0), before.most(), now));
            });
    paces.save(changed);
    return changed;
  }

  private static Set<UUID> endpoints(List<Entry> entries) {
    return entries.stream().map(entry -> entry.report().endpointId()).collect(Collectors.toSet());
  }

  private Map<UUID, Integer> promptsOut(Set<UUID> models) {
    Map<UUID, Integer> out = new HashMap<>();
    database
        .createNativeQuery(
            """
            select model_id as model, count(*) as count
            from evaluation join task on task.evaluation_id = evaluation.id
            where model_id = any(?1) and evaluation.state in ('queued', 'running', 'judging')
              and task.state = 'asking' and holds_place
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

  private Map<UUID, Integer> judgingsOut() {
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
    Map<UUID, T> first = new LinkedHashMap<>();
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
