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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.Model;
import org.primum.leaderboard.gateway.ModelSubmission;

/** The first step of submitting a model: who and what. From here on there is a draft. */
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
    static native TemplateInstance submit(Model draft, ModelForm form, FormProblems problems);
  }

  @GET
  public TemplateInstance begin() {
    return Templates.submit(null, new ModelForm(), FormProblems.NONE);
  }

  @POST
  public Response begin(@BeanParam ModelForm form) {
    return taken(null, form);
  }

  /** The same of a draft. */
  @GET
  @Path("{id}")
  public TemplateInstance change(@RestPath UUID id) {
    Model draft = Draft.of(gateway, id);
    return Templates.submit(draft, ModelForm.of(draft), FormProblems.NONE);
  }

  @POST
  @Path("{id}")
  public Response change(@RestPath UUID id, @BeanParam ModelForm form) {
    return taken(Draft.of(gateway, id), form);
  }

  /** Forgets a draft. */
  @POST
  @Path("{id}/delete")
  public Response delete(@RestPath UUID id) {
    gateway.deleteDraft(id);
    return Response.seeOther(URI.create("/mine?deleted=true")).build();
  }

  private Response taken(Model draft, ModelForm form) {
    FormProblems problems;
    try {
      ModelSubmission submission = form.submission(draft);
      Model kept =
          draft == null
              ? gateway.beginDraft(submission)
              : gateway.changeDraft(draft.id(), submission);
      return Response.seeOther(URI.create("/submit/" + kept.id() + "/endpoint")).build();
    } catch (NumberFormatException noNumber) {
      problems = FormProblems.of("billionParameters", ModelForm.NO_NUMBER);
    } catch (GatewayRefusal refusal) {
      problems = FormProblems.of(refusal);
    } catch (ProcessingException silence) {
      problems = FormProblems.of(silence);
    }
    return Response.status(problems.status())
        .entity(Templates.submit(draft, form, problems))
        .build();
  }
}
