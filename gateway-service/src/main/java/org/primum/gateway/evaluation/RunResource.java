package org.primum.gateway.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.primum.gateway.account.Roles;
import org.primum.gateway.reference.ExactJson;

/**
 * A finished evaluation as the folder that the reference code writes for a run, in a zip. A run of
 * the reference code has one benchmark; an evaluation of several suites has a folder for each.
 */
@Path("/api/v1/evaluations/{id}/run")
class RunResource {

  private static final String ZIP = "application/zip";

  private final RunFiles files;

  RunResource(RunFiles files) {
    this.files = files;
  }

  @GET
  @Produces(ZIP)
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMIN})
  public Response run(UUID id) {
    RunFiles.Readable run = files.finished(id);
    StreamingOutput output = content -> write(run, content);
    return Response.ok(output, ZIP)
        .header("Content-Disposition", "attachment; filename=\"run-%s.zip\"".formatted(id))
        .build();
  }

  private void write(RunFiles.Readable run, OutputStream content) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(content);
    Set<String> suites = run.suites();
    for (String suite : suites) {
      String folder = suites.size() == 1 ? "" : suite + "/";
      zip.putNextEntry(new ZipEntry(folder + "records.jsonl"));
      files.records(run, suite, zip);
      add(zip, folder + "metrics.json", files.metrics(run, suite));
      add(zip, folder + "manifest.json", files.manifest(run, suite));
    }
    // Finished only when all is there: what breaks off is to be a broken zip, not a smaller one.
    zip.finish();
  }

  private static void add(ZipOutputStream zip, String name, JsonNode json) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((ExactJson.file(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
