package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;

/** What would start an evaluation once more. */
@Path("/api/v1/evaluations/{id}/request")
@Blocking
class RequestResource {

  private final Evaluations evaluations;
  private final Caller caller;

  RequestResource(Evaluations evaluations, Caller caller) {
    this.evaluations = evaluations;
    this.caller = caller;
  }

  /** The body that starts an evaluation of the same version with the same settings. */
  @GET
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public EvaluationRequest request(UUID id) {
    Evaluation evaluation = evaluations.required(id);
    if (!caller.speaksFor(evaluation.model.owner())) {
      throw Problem.forbidden("Only the model's owner or an administrator may see this.");
    }
    Plan whole = new Plan(evaluation.model, evaluation.version, List.of());
    boolean all = evaluation.origin != null || whole.group().equals(evaluation.comparableGroup);
    return new EvaluationRequest(
        evaluation.model.id(),
        evaluation.version.benchmark(),
        evaluation.version.version(),
        all ? List.of() : evaluations.suites(id).stream().sorted().toList(),
        evaluation.costLimit,
        (int) Duration.ofSeconds(evaluation.patienceSeconds).toMinutes(),
        evaluation.reuseAnswers);
  }
}
