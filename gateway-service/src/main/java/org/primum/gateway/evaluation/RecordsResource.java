package org.primum.gateway.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.message.EvaluationChanged;

/**
 * Finished items in the reference code's layout; those of a version's private part for
 * administrators only.
 */
@Path("/api/v1/evaluations/{id}/records")
class RecordsResource {

  private final FinishedItems items;
  private final Caller caller;

  RecordsResource(FinishedItems items, Caller caller) {
    this.items = items;
    this.caller = caller;
  }

  @GET
  @Produces(FinishedItems.NDJSON)
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMIN})
  public Response records(UUID id) {
    EvaluationChanged evaluation = items.evaluation(id);
    if (!caller.reads(evaluation.owner())) {
      throw Problem.forbidden("Only a reviewer, an administrator or the owner may read records.");
    }
    String canary = items.canary(id);
    return items.stream(
        id, caller.administrates(), item -> ReferenceRecord.of(item, evaluation, canary));
  }
}
