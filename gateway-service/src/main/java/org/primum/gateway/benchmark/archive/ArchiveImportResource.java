package org.primum.gateway.benchmark.archive;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;

/** Bringing in what another Primum exported. */
@Path("/api/v1/benchmarks")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ArchiveImportResource {

  private final ArchiveImport archives;

  ArchiveImportResource(ArchiveImport archives) {
    this.archives = archives;
  }

  /**
   * Brings an archive in as a draft.
   *
   * @param file the archive
   * @param benchmark the name to bring it in under; left out, its own
   */
  @POST
  @Path("archives")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(@RestForm FileUpload file, @RestForm String benchmark) throws IOException {
    if (file == null) {
      throw Problem.badRequest("Send the archive as \"file\".");
    }
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file.uploadedFile()))) {
      return Response.status(Response.Status.CREATED)
          .entity(
              archives.take(
                  ArchiveReader.read(content),
                  benchmark == null || benchmark.isBlank() ? null : benchmark.strip()))
          .build();
    } catch (DamagedArchiveException damaged) {
      throw Problem.unacceptable(
          """
          The archive is damaged or was altered: %s. Nothing was imported. Export the version \
          again and send the file as it is.\
          """
              .formatted(damaged.getMessage()));
    }
  }
}
