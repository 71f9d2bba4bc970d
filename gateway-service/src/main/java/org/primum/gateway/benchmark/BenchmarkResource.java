package org.primum.gateway.benchmark;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.importing.BenchmarkImport;
import org.primum.protocol.message.BenchmarkChanged;

/** All benchmark versions, and importing into a draft in one step. */
@Path("/api/v1/benchmarks")
@Blocking
class BenchmarkResource {

  private final BenchmarkVersions versions;
  private final VersionItems items;
  private final DraftImport draftImport;
  private final Caller caller;
  private final AuditLog audit;

  BenchmarkResource(
      BenchmarkVersions versions,
      VersionItems items,
      DraftImport draftImport,
      Caller caller,
      AuditLog audit) {
    this.versions = versions;
    this.items = items;
    this.draftImport = draftImport;
    this.caller = caller;
    this.audit = audit;
  }

  /** All versions but those of imported runs, newest first; drafts only for administrators. */
  @GET
  @Transactional
  public List<BenchmarkChanged> all() {
    return versions.list("state <> 'imported' order by createdAt desc").stream()
        .filter(version -> caller.administrates() || !version.isDraft())
        .map(versions::view)
        .toList();
  }

  /** Adds or replaces a suite of a draft; creates the draft when it is not there. */
  @POST
  @Path("{benchmark}/versions")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ADMIN)
  public Response upload(String benchmark, @BeanParam BenchmarkUpload upload) throws IOException {
    ImportTarget target = upload.target(benchmark);
    QuarkusTransaction.requiringNew().run(() -> draftImport.check(target));
    BenchmarkImport rows = BenchmarkImport.read(upload.request());
    if (rows.items().isEmpty() || (rows.refused() > 0 && !upload.skipRefused)) {
      throw DraftImport.refusal(rows);
    }
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              items.replace(draftImport.prepared(target).id(), rows.items(), rows.oneOfSeveral());
              audit.add("import", benchmark + " " + target.version());
            });
    return Response.status(Response.Status.CREATED).entity(ImportReport.of(rows)).build();
  }
}
