package org.primum.gateway.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.primum.gateway.account.Caller;
import org.primum.gateway.audit.AuditLog;
import org.primum.messaging.Outbox;
import org.primum.protocol.message.EvaluationChanged;

/**
 * Takes what was evaluated off the ranking. It stays listed by name, with the day and the reason,
 * and what it found stays as it was.
 */
@ApplicationScoped
class Withdrawals {

  private final Progress progress;
  private final Summaries summaries;
  private final Outbox outbox;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  Withdrawals(
      Progress progress,
      Summaries summaries,
      Outbox outbox,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.progress = progress;
    this.summaries = summaries;
    this.outbox = outbox;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Withdraws an evaluation, within the caller's transaction and with its row locked; one that is
   * under way is stopped first.
   */
  EvaluationChanged withdraw(Evaluation evaluation, String reason) {
    if (!evaluation.state().finished()) {
      progress.cancel(evaluation, caller.subject());
    }
    evaluation.withdrawnAt = clock.instant();
    evaluation.withdrawnReason = reason;
    evaluation.revision++;
    EvaluationChanged withdrawn = summaries.of(evaluation);
    outbox.add(EvaluationChanged.KEY, withdrawn);
    audit.add("withdraw-evaluation", evaluation.id.toString());
    return withdrawn;
  }
}
