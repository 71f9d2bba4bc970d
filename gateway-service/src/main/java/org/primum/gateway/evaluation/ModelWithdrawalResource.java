package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.credential.Credentials;
import org.primum.gateway.model.Model;
import org.primum.gateway.model.ModelView;
import org.primum.gateway.model.Models;
import org.primum.gateway.problem.Problem;

/** Withdrawing a model, with everything that was evaluated on it. */
@Path("/api/v1/models/{id}/withdraw")
@Blocking
class ModelWithdrawalResource {

  private final Models models;
  private final Evaluations evaluations;
  private final Withdrawals withdrawals;
  private final Credentials credentials;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  ModelWithdrawalResource(
      Models models,
      Evaluations evaluations,
      Withdrawals withdrawals,
      Credentials credentials,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.models = models;
    this.evaluations = evaluations;
    this.withdrawals = withdrawals;
    this.credentials = credentials;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Stops what is under way, takes every result off the ranking, and forgets the key. The model
   * stays listed by name. There is no way back.
   */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public ModelView withdraw(UUID id, @Valid Withdrawal withdrawal) {
    if (withdrawal == null) {
      throw Problem.badRequest("Send a JSON object with a reason.");
    }
    Model model =
        models
            .locked(id)
            .filter(found -> caller.speaksFor(found.owner()) && !found.draft())
            .orElseThrow(() -> Problem.notFound("There is no such model among yours."));
    if (model.withdrawn()) {
      throw Problem.conflict("The model was withdrawn already.");
    }
    String reason = withdrawal.reason().strip();
    for (Evaluation evaluation : evaluations.lockedOf(id)) {
      if (evaluation.withdrawnAt == null) {
        withdrawals.withdraw(evaluation, reason);
      }
    }
    model.withdraw(clock.instant(), reason);
    credentials.forget(id);
    audit.add("withdraw-model", id.toString());
    return model.view(false);
  }
}
