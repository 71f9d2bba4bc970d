package org.primum.gateway.benchmark.archive;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.primum.gateway.account.Roles;

/** A published or retired version as one zip, its private part included. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}/archive")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ArchiveExportResource {

  private static final String ZIP = "application/zip";

  private final ArchiveExport export;

  ArchiveExportResource(ArchiveExport export) {
    this.export = export;
  }

  @GET
  @Produces(ZIP)
  public Response archive(String benchmark, String version) {
    ArchiveExport.Exportable found = export.prepare(benchmark, version);
    StreamingOutput output = content -> export.write(found, content);
    return Response.ok(output, ZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.zip\"".formatted(benchmark, version))
        .build();
  }
}
