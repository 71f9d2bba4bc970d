package org.primum.gateway.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Roles;

/**
 * Finished items in the reference code's layout, also while others are on their way; those of a
 * version's private part for administrators only.
 */
@Path("/api/v1/evaluations/{id}/records")
class RecordsResource {

  private final RunFiles files;

  RecordsResource(RunFiles files) {
    this.files = files;
  }

  @GET
  @Produces(FinishedTasks.NDJSON)
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMIN})
  public Response records(UUID id, @RestQuery String suite) {
    RunFiles.Readable run = files.readable(id);
    String chosen = suite == null ? null : run.suite(suite);
    StreamingOutput output = content -> files.records(run, chosen, content);
    return Response.ok(output, FinishedTasks.NDJSON).build();
  }
}
