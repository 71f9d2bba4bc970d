package org.primum.leaderboard.admin.importing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.StartedEvaluation;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** A run of the reference code becomes an evaluation that can be read and compared here. */
@Path("/admin/runs")
@RolesAllowed(Roles.ADMIN)
@Blocking
class RunImportResource {

  private final Gateway gateway;

  RunImportResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance run(
        RunForm form, Collection<Suite> suites, FormProblems problems);
  }

  @GET
  public TemplateInstance form() {
    return Templates.run(RunForm.empty(), Suites.all(), FormProblems.NONE);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(@BeanParam RunForm form) {
    FormProblems problems = form.missing();
    if (!problems.any()) {
      try {
        StartedEvaluation evaluation = gateway.importRun(form.multipart());
        return Response.seeOther(URI.create("/evaluations/" + evaluation.id())).build();
      } catch (GatewayRefusal refusal) {
        problems = FormProblems.of(refusal);
      } catch (ProcessingException silence) {
        problems = FormProblems.of(silence);
      }
    }
    return Response.status(problems.status())
        .entity(Templates.run(form, Suites.all(), problems))
        .build();
  }
}
