package org.primum.leaderboard.submission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.Model;

/** Submitting a model. */
@Path("/submit")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class SubmitResource {

  private final Gateway gateway;

  SubmitResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance submit(SubmissionForm form, FormProblems problems);
  }

  @GET
  public TemplateInstance form() {
    return Templates.submit(SubmissionForm.empty(), FormProblems.NONE);
  }

  @POST
  public Response submit(@BeanParam SubmissionForm form) {
    FormProblems problems;
    try {
      Model model = gateway.submit(form.submission());
      return Response.seeOther(URI.create("/mine/" + model.id() + "?accepted=true")).build();
    } catch (NumberFormatException noNumber) {
      problems = FormProblems.of("maxConcurrency", "must be a whole number from 1 to 256");
    } catch (GatewayRefusal refusal) {
      problems = FormProblems.of(refusal);
    } catch (ProcessingException silence) {
      problems = FormProblems.of(silence);
    }
    return Response.status(problems.status()).entity(Templates.submit(form, problems)).build();
  }
}
