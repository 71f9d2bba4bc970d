package org.primum.leaderboard.admin.importing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.protocol.message.BenchmarkChanged;

/** A version that was saved as an archive, here or elsewhere, becomes a draft. */
@Path("/admin/archives")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ArchiveImportResource {

  private final Gateway gateway;

  ArchiveImportResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance archive(FormProblems problems);
  }

  @GET
  public TemplateInstance form() {
    return Templates.archive(FormProblems.NONE);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(@RestForm FileUpload file) {
    FormProblems problems;
    if (ChosenFile.missing(file)) {
      problems = FormProblems.of("file", "Choose a file.");
    } else {
      try {
        BenchmarkChanged draft = gateway.importArchive(ChosenFile.multipart(file));
        return new VersionAddress(draft.benchmark(), draft.version())
            .redirect(Done.ARCHIVE_IMPORTED);
      } catch (GatewayRefusal refusal) {
        problems = FormProblems.of(refusal);
      } catch (ProcessingException silence) {
        problems = FormProblems.of(silence);
      }
    }
    return Response.status(problems.status()).entity(Templates.archive(problems)).build();
  }
}
