package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.primum.gateway.account.Roles;
import org.primum.gateway.cost.EvaluationEstimate;

/** What an evaluation would take. */
@Path("/api/v1/evaluations/estimate")
@Blocking
class EstimateResource {

  private final Plans plans;

  EstimateResource(Plans plans) {
    this.plans = plans;
  }

  /** Calls, tokens, money and time of the evaluation that the same body would start. */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public EvaluationEstimate estimate(@Valid EvaluationRequest request) {
    return plans.estimate(plans.of(request)).shown();
  }
}
