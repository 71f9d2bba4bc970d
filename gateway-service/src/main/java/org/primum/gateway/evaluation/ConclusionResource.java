package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.problem.Problem;
import org.primum.messaging.Outbox;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** Ending an evaluation that has reached its cost limit with what is there. */
@Path("/api/v1/evaluations/{id}/conclude")
@Blocking
class ConclusionResource {

  private final Evaluations evaluations;
  private final Progress progress;
  private final Summaries summaries;
  private final Outbox outbox;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  ConclusionResource(
      Evaluations evaluations,
      Progress progress,
      Summaries summaries,
      Outbox outbox,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.evaluations = evaluations;
    this.progress = progress;
    this.summaries = summaries;
    this.outbox = outbox;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks nothing more. What was not asked fails for want of money and stays in the coverage; what
   * is under way is finished, and the evaluation completes with it.
   */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public EvaluationChanged conclude(UUID id) {
    Evaluation evaluation = evaluations.locked(id);
    if (!caller.speaksFor(evaluation.model.owner())) {
      throw Problem.forbidden("Only the model's owner or an administrator may end this.");
    }
    if (evaluation.state().finished()) {
      throw Problem.conflict("The evaluation is %s already.".formatted(evaluation.state));
    }
    if (!evaluations.waitsForBudget(id)) {
      throw Problem.conflict(
          "The evaluation does not wait for its cost limit. Cancel it to stop it.");
    }
    failWaitingTasks(id);
    evaluations.goOn(id);
    audit.add("conclude-evaluation", id.toString());
    progress.touch(id);
    return summaries.of(evaluation);
  }

  private void failWaitingTasks(UUID id) {
    for (List<Task> page = evaluations.waitingTasks(id);
        !page.isEmpty();
        page = evaluations.waitingTasks(id)) {
      for (Task task : page) {
        task.budgetSpent(clock.instant());
        outbox.add(ItemFinished.KEY, task.record());
      }
      evaluations.leave(page);
    }
  }
}
