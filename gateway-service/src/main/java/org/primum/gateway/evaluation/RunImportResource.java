package org.primum.gateway.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.primum.gateway.account.Roles;
import org.primum.gateway.reference.ReferenceRun;
import org.primum.protocol.message.EvaluationChanged;

/** Brings in a run that was made elsewhere, in the reference code's layout. */
@Path("/api/v1/evaluations/imports")
class RunImportResource {

  private final ImportedRuns runs;

  RunImportResource(ImportedRuns runs) {
    this.runs = runs;
  }

  /**
   * What became of an upload.
   *
   * @param id the evaluation it is now
   * @param suite the suite it is of
   * @param asked examples that the run was to have
   * @param recorded records it has
   * @param scored records with a verdict
   * @param ignored what else was in the zip
   */
  record ImportReport(
      UUID id, String suite, int asked, int recorded, int scored, List<String> ignored) {}

  /** Takes a run as a whole or not at all. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ADMIN)
  public Response take(@BeanParam RunUpload upload) throws IOException {
    String organization = upload.checkedOrganization();
    // Read and checked before a transaction begins: no connection is held meanwhile.
    ReferenceRun run = ReferenceRun.read(upload.checkedFile().uploadedFile(), upload.namedSuite());
    EvaluationChanged evaluation = runs.take(run, organization, upload.privateItems);
    return Response.created(URI.create("/api/v1/evaluations/" + evaluation.id()))
        .entity(
            new ImportReport(
                evaluation.id(),
                run.suite().id(),
                evaluation.asked(),
                run.records().size(),
                evaluation.scored(),
                run.ignored()))
        .build();
  }
}
