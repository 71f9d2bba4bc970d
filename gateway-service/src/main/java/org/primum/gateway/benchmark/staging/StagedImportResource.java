package org.primum.gateway.benchmark.staging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkUpload;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.DraftImport;
import org.primum.gateway.benchmark.ImportReport;
import org.primum.gateway.benchmark.ImportTarget;
import org.primum.gateway.benchmark.importing.BenchmarkImport;
import org.primum.gateway.problem.Problem;

/** Imports that are looked at first, and taken into the draft afterwards. */
@Path("/api/v1/benchmarks/{benchmark}/imports")
@RolesAllowed(Roles.ADMIN)
@Blocking
class StagedImportResource {

  private final StagedImports staged;
  private final BenchmarkVersions versions;
  private final DraftImport draftImport;
  private final AuditLog audit;

  StagedImportResource(
      StagedImports staged, BenchmarkVersions versions, DraftImport draftImport, AuditLog audit) {
    this.staged = staged;
    this.versions = versions;
    this.draftImport = draftImport;
    this.audit = audit;
  }

  /**
   * How to take it.
   *
   * @param takeGood whether good rows are taken although others are refused
   */
  record Taking(boolean takeGood) {}

  /** Reads a file and keeps what it holds for an hour; the draft stays as it is. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response read(String benchmark, @BeanParam BenchmarkUpload upload) throws IOException {
    ImportTarget target = upload.target(benchmark);
    QuarkusTransaction.requiringNew().run(() -> draftImport.check(target));
    BenchmarkImport rows = BenchmarkImport.read(upload.request());
    if (rows.items().isEmpty()) {
      throw DraftImport.refusal(rows);
    }
    StagedImportView view =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  StagedImport kept = staged.keep(target, ImportReport.of(rows), rows.items());
                  audit.add("stage-import", benchmark + " " + target.version());
                  return StagedImportView.of(
                      kept, rows, versions.replacedBy(rows, benchmark, target.version()));
                });
    return Response.status(Response.Status.CREATED).entity(view).build();
  }

  /** Takes it into its draft, as a whole or not at all. */
  @POST
  @Path("{id}")
  @Transactional
  public Response take(String benchmark, UUID id, Taking how) {
    StagedImport found = staged.locked(benchmark, id);
    ImportReport report = found.report();
    if (report.refused() > 0 && (how == null || !how.takeGood())) {
      throw Problem.conflict(
          """
          %d rows were refused. Correct the file and send it again, or say "takeGood" to take the \
          other %d.\
          """
              .formatted(report.refused(), report.taken()));
    }
    staged.take(found);
    audit.add("import", benchmark + " " + found.version);
    return Response.status(Response.Status.CREATED).entity(report).build();
  }

  /** Forgets it. */
  @DELETE
  @Path("{id}")
  @Transactional
  public void discard(String benchmark, UUID id) {
    StagedImport found = staged.locked(benchmark, id);
    staged.delete(found);
    audit.add("discard-import", benchmark + " " + found.version);
  }
}
