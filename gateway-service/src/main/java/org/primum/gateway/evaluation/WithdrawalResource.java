package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.message.EvaluationChanged;

/** Withdrawing an evaluation that has finished. */
@Path("/api/v1/evaluations/{id}/withdraw")
@Blocking
class WithdrawalResource {

  private final Evaluations evaluations;
  private final Withdrawals withdrawals;
  private final Caller caller;

  WithdrawalResource(Evaluations evaluations, Withdrawals withdrawals, Caller caller) {
    this.evaluations = evaluations;
    this.withdrawals = withdrawals;
    this.caller = caller;
  }

  /** Takes its result off the ranking; it stays listed by name. There is no way back. */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public EvaluationChanged withdraw(UUID id, @Valid Withdrawal withdrawal) {
    if (withdrawal == null) {
      throw Problem.badRequest("Send a JSON object with a reason.");
    }
    Evaluation evaluation = evaluations.locked(id);
    if (!caller.speaksFor(evaluation.model.owner())) {
      throw Problem.forbidden("Only the model's owner or an administrator may withdraw this.");
    }
    if (!evaluation.state().finished()) {
      throw Problem.conflict(
          "The evaluation is %s. Cancel it, then it can be withdrawn.".formatted(evaluation.state));
    }
    if (evaluation.withdrawnAt != null) {
      throw Problem.conflict("The evaluation was withdrawn already.");
    }
    return withdrawals.withdraw(evaluation, withdrawal.reason().strip());
  }
}
