package org.primum.gateway.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.primum.gateway.evaluation.BudgetReached;
import org.primum.gateway.evaluation.EvaluationEnded;
import org.primum.gateway.evaluation.Evaluations;
import org.primum.gateway.evaluation.Summaries;
import org.primum.protocol.message.EvaluationChanged;

/**
 * Writes down whom to tell of an evaluation, in the transaction in which something becomes of it,
 * so that neither exists without the other.
 */
@ApplicationScoped
class EvaluationNotices {

  private final Notifications notifications;
  private final Evaluations evaluations;
  private final Summaries summaries;
  private final NotificationConfiguration configuration;
  private final Clock clock;

  EvaluationNotices(
      Notifications notifications,
      Evaluations evaluations,
      Summaries summaries,
      NotificationConfiguration configuration,
      Clock clock) {
    this.notifications = notifications;
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.configuration = configuration;
    this.clock = clock;
  }

  void ended(@Observes EvaluationEnded ended) {
    EvaluationChanged summary = ended.summary();
    if (!summary.owner().equals(ended.cancelledBy())) {
      add(Events.ended(summary.state()), summary, ended.givenUp());
    }
  }

  void waits(@Observes BudgetReached reached) {
    EvaluationChanged summary = summaries.of(evaluations.findById(reached.evaluationId()));
    add(Events.BUDGET_REACHED, summary, false);
  }

  private void add(String event, EvaluationChanged summary, boolean givenUp) {
    notifications.add(
        summary.owner(),
        summary.id(),
        Notice.of(event, clock.instant(), summary, givenUp, configuration.pages()));
  }
}
