package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.cost.Budgets;
import org.primum.gateway.cost.Costs;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationCost;

/** Changing the cost limit of an evaluation that is under way. */
@Path("/api/v1/evaluations/{id}/limit")
@Blocking
class CostLimitResource {

  private final Evaluations evaluations;
  private final Plans plans;
  private final Budgets budgets;
  private final Costs costs;
  private final Progress progress;
  private final Summaries summaries;
  private final Caller caller;
  private final AuditLog audit;

  CostLimitResource(
      Evaluations evaluations,
      Plans plans,
      Budgets budgets,
      Costs costs,
      Progress progress,
      Summaries summaries,
      Caller caller,
      AuditLog audit) {
    this.evaluations = evaluations;
    this.plans = plans;
    this.budgets = budgets;
    this.costs = costs;
    this.progress = progress;
    this.summaries = summaries;
    this.caller = caller;
    this.audit = audit;
  }

  /**
   * Another limit.
   *
   * @param costLimit most that may be spent in all, in the currency of the prices
   */
  record NewLimit(
      @NotNull(message = "is needed")
          @Positive(message = "must be positive")
          @Digits(integer = 9, fraction = 6, message = "must be a sum of money")
          BigDecimal costLimit) {}

  /** Has it go on within another limit; by itself, within a second. */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public EvaluationChanged limit(UUID id, @Valid NewLimit limit) {
    if (limit == null) {
      throw Problem.badRequest("Send a JSON object with a costLimit.");
    }
    Evaluation evaluation = evaluations.locked(id);
    if (!caller.speaksFor(evaluation.model.owner())) {
      throw Problem.forbidden("Only the model's owner or an administrator may change this limit.");
    }
    if (evaluation.state().finished()) {
      throw Problem.conflict("The evaluation is %s already.".formatted(evaluation.state));
    }
    refuseLessThanSpent(evaluation, limit.costLimit());
    budgets.expect(id, plans.estimate(evaluation));
    evaluation.costLimit = limit.costLimit();
    evaluations.goOn(id);
    audit.add("limit-evaluation", "%s to %s".formatted(id, limit.costLimit().toPlainString()));
    progress.touch(id);
    return summaries.of(evaluation);
  }

  private void refuseLessThanSpent(Evaluation evaluation, BigDecimal limit) {
    EvaluationCost cost =
        costs.of(evaluation.id, evaluation.model, evaluation.version, evaluation.costLimit);
    if (cost.spent() != null && limit.compareTo(cost.spent()) < 0) {
      throw Problem.conflict(
          "%s %s are spent already; the limit cannot be less."
              .formatted(cost.spent().toPlainString(), cost.currency()));
    }
  }
}
