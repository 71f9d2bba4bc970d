package org.primum.gateway.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Roles;
import org.primum.gateway.reference.ExactJson;

/** The manifest of a finished evaluation in the reference code's layout, one suite at a time. */
@Path("/api/v1/evaluations/{id}/manifest")
class RunManifestResource {

  private final RunFiles files;

  RunManifestResource(RunFiles files) {
    this.files = files;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMIN})
  public String manifest(UUID id, @RestQuery String suite) {
    RunFiles.Readable run = files.finished(id);
    return ExactJson.file(files.manifest(run, run.suite(suite)));
  }
}
