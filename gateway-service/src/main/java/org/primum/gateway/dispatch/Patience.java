package org.primum.gateway.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.primum.gateway.cost.Budgets;
import org.primum.gateway.evaluation.BudgetReached;
import org.primum.gateway.evaluation.Progress;
import org.primum.gateway.evaluation.Task;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;

/**
 * Says of each evaluation what holds it up, and gives up what an endpoint that is down has kept
 * waiting for longer than the owner wants to wait.
 */
@ApplicationScoped
class Patience {

  private static final Logger LOG = Logger.getLogger(Patience.class);

  private static final int GIVEN_UP_AT_ONCE = 200;

  /** A pause of the rate shorter than this is no news. */
  private static final Duration NEWS = Duration.ofSeconds(5);

  /**
   * Something that holds an evaluation up.
   *
   * @param trouble what the endpoint met, when it is down; null otherwise
   */
  private record Waiting(
      WaitsFor waitsFor, String reason, Instant since, Instant givesUpAt, FailureKind trouble) {}

  private record Found(ActiveEvaluation evaluation, Waiting waiting) {

    boolean changed() {
      String now = waiting == null ? null : waiting.waitsFor().label();
      return !Objects.equals(now, evaluation.waitsFor());
    }

    boolean over(Instant now) {
      return waiting != null && waiting.givesUpAt() != null && !waiting.givesUpAt().isAfter(now);
    }
  }

  private final Session database;
  private final Survey survey;
  private final Paces paces;
  private final Panels panels;
  private final Budgets budgets;
  private final Outcomes outcomes;
  private final Progress progress;
  private final Event<BudgetReached> budgetReached;
  private final Clock clock;

  Patience(
      Session database,
      Survey survey,
      Paces paces,
      Panels panels,
      Budgets budgets,
      Outcomes outcomes,
      Progress progress,
      Event<BudgetReached> budgetReached,
      Clock clock) {
    this.database = database;
    this.survey = survey;
    this.paces = paces;
    this.panels = panels;
    this.budgets = budgets;
    this.outcomes = outcomes;
    this.progress = progress;
    this.budgetReached = budgetReached;
    this.clock = clock;
  }

  /** Looks at every evaluation once, in transactions of its own. */
  void look() {
    Instant now = clock.instant();
    List<Found> found = QuarkusTransaction.requiringNew().call(() -> find(now));
    found.stream()
        .filter(Found::changed)
        .forEach(one -> QuarkusTransaction.requiringNew().run(() -> keep(one)));
    found.stream().filter(one -> one.over(now)).forEach(this::giveUp);
  }

  private List<Found> find(Instant now) {
    List<ActiveEvaluation> evaluations = survey.evaluations(now);
    if (evaluations.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<JudgingLoad>> loads =
        survey.judging(now).stream().collect(Collectors.groupingBy(JudgingLoad::evaluationId));
    Set<UUID> endpoints = new HashSet<>();
    evaluations.forEach(one -> endpoints.add(one.modelId()));
    loads
        .values()
        .forEach(some -> some.forEach(load -> endpoints.addAll(panels.endpoints(load.judging()))));
    Map<UUID, Pace> known = paces.known(endpoints);
    List<Found> found = new ArrayList<>();
    for (ActiveEvaluation one : evaluations) {
      found.add(new Found(one, waiting(one, loads.getOrDefault(one.id(), List.of()), known, now)));
    }
    return found;
  }

  private Waiting waiting(
      ActiveEvaluation evaluation, List<JudgingLoad> loads, Map<UUID, Pace> known, Instant now) {
    Pace model = known.getOrDefault(evaluation.modelId(), Pace.fresh());
    if (evaluation.waiting() && model.down()) {
      return down(WaitsFor.ENDPOINT, "The model's endpoint is not well", model, evaluation);
    }
    if (evaluation.waiting() && evaluation.asking() == 0 && held(model, now)) {
      return new Waiting(
          WaitsFor.ENDPOINT,
          "The model's endpoint asks to be left alone for a while.",
          now,
          null,
          null);
    }
    boolean idle = evaluation.asking() + evaluation.answered() + evaluation.judging() == 0;
    if (evaluation.limited()
        && evaluation.waiting()
        && idle
        && budgets.affordable(evaluation.id(), 0) == 0) {
      return new Waiting(
          WaitsFor.BUDGET, "The cost limit allows no further item to be asked.", now, null, null);
    }
    if (evaluation.asking() == 0) {
      for (JudgingLoad load : loads) {
        for (UUID judge : panels.endpoints(load.judging())) {
          Pace pace = known.getOrDefault(judge, Pace.fresh());
          if (load.waiting() > 0 && pace.down()) {
            return down(WaitsFor.JUDGE, "A judge's endpoint is not well", pace, evaluation);
          }
          if (load.waiting() > 0 && load.places() == 0 && held(pace, now)) {
            return new Waiting(
                WaitsFor.JUDGE,
                "A judge's endpoint asks to be left alone for a while.",
                now,
                null,
                null);
          }
        }
      }
    }
    return null;
  }

  private static Waiting down(
      WaitsFor waitsFor, String whose, Pace pace, ActiveEvaluation evaluation) {
    Instant since =
        pace.downSince().isAfter(evaluation.createdAt())
            ? pace.downSince()
            : evaluation.createdAt();
    return new Waiting(
        waitsFor,
        "%s: %s. It is tried again now and then.".formatted(whose, pace.trouble().sentence()),
        since,
        since.plusSeconds(evaluation.patienceSeconds()),
        pace.trouble());
  }

  private static boolean held(Pace pace, Instant now) {
    Instant until = pace.heldUntil(now);
    return until != null && Duration.between(now, until).compareTo(NEWS) > 0;
  }

  private void keep(Found found) {
    Waiting waiting = found.waiting();
    // Another replica may have found the same at the same time.
    int changed =
        database
            .createNativeMutationQuery(
                """
                update evaluation set waits_for = ?2, waiting_reason = ?3, waiting_since = ?4,
                  gives_up_at = ?5
                where id = ?1 and state in ('queued', 'running', 'judging')
                  and waits_for is distinct from ?2
                """)
            .setParameter(1, found.evaluation().id())
            .setParameter(2, waiting == null ? null : waiting.waitsFor().label(), String.class)
            .setParameter(3, waiting == null ? null : waiting.reason(), String.class)
            .setParameter(4, waiting == null ? null : waiting.since(), Instant.class)
            .setParameter(5, waiting == null ? null : waiting.givesUpAt(), Instant.class)
            .executeUpdate();
    if (changed > 0 && waiting != null && waiting.waitsFor() == WaitsFor.BUDGET) {
      budgetReached.fire(new BudgetReached(found.evaluation().id()));
    }
    progress.touch(found.evaluation().id());
  }

  private void giveUp(Found found) {
    String state = found.waiting().waitsFor() == WaitsFor.JUDGE ? Task.ANSWERED : Task.WAITING;
    LOG.infof("gives up waiting evaluation=%s for=%s", found.evaluation().id(), state);
    QuarkusTransaction.requiringNew().run(() -> rememberGivingUp(found.evaluation().id()));
    int given;
    do {
      given = QuarkusTransaction.requiringNew().call(() -> giveUpSome(found, state));
    } while (given == GIVEN_UP_AT_ONCE);
  }

  /** Before the first item fails, so that whoever ends the evaluation knows. */
  private void rememberGivingUp(UUID evaluationId) {
    database
        .createNativeMutationQuery(
            """
            update evaluation set given_up_at = ?2
            where id = ?1 and given_up_at is null and state in ('queued', 'running', 'judging')
            """)
        .setParameter(1, evaluationId)
        .setParameter(2, clock.instant())
        .executeUpdate();
  }

  private int giveUpSome(Found found, String state) {
    Map<FailureKind, List<UUID>> open = open(found, state);
    open.forEach((met, tasks) -> outcomes.giveUp(tasks, state, failure(found, met)));
    return open.values().stream().mapToInt(List::size).sum();
  }

  private static Failure failure(Found found, FailureKind met) {
    return new Failure(
        found.waiting().waitsFor() == WaitsFor.JUDGE ? FailureKind.JUDGE_FAILED : met,
        "Given up after %s of waiting: %s."
            .formatted(inWords(found.evaluation().patienceSeconds()), met.sentence()));
  }

  /** By what each has met itself; those that were not tried, by what the endpoint met last. */
  private Map<FailureKind, List<UUID>> open(Found found, String state) {
    return database
        .createNativeQuery(
            """
            select id as id, last_failure as met from task
            where evaluation_id = ?1 and state = ?2
            order by ordinal limit ?3 for update skip locked
            """,
            Tuple.class)
        .setParameter(1, found.evaluation().id())
        .setParameter(2, state)
        .setParameter(3, GIVEN_UP_AT_ONCE)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row ->
                    row.get("met") == null
                        ? found.waiting().trouble()
                        : Task.kind(row.get("met", String.class)),
                Collectors.mapping(row -> row.get("id", UUID.class), Collectors.toList())));
  }

  private static String inWords(int seconds) {
    long minutes = Duration.ofSeconds(seconds).toMinutes();
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }
}
