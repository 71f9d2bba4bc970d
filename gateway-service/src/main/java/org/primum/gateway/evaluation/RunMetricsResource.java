package org.primum.gateway.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Roles;
import org.primum.gateway.reference.ExactJson;

/** The metrics of a finished evaluation in the reference code's layout, one suite at a time. */
@Path("/api/v1/evaluations/{id}/metrics")
class RunMetricsResource {

  private final RunFiles files;

  RunMetricsResource(RunFiles files) {
    this.files = files;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMIN})
  public String metrics(UUID id, @RestQuery String suite) throws IOException {
    RunFiles.Readable run = files.finished(id);
    return ExactJson.file(files.metrics(run, run.suite(suite)));
  }
}
