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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.Model;

/** The second step of submitting a model: where it is asked. */
@Path("/submit/{id}/endpoint")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class EndpointResource {

  private static final int UNPROCESSABLE = 422;

  private final Gateway gateway;

  EndpointResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance endpoint(
        Model draft,
        EndpointForm form,
        EndpointAdvice advice,
        List<ProviderChoice> choices,
        FormProblems problems,
        boolean keyLost);
  }

  @GET
  public TemplateInstance endpoint(@RestPath UUID id) {
    Model draft = Draft.of(gateway, id);
    return page(draft, EndpointForm.of(draft), EndpointAdvice.NONE, FormProblems.NONE);
  }

  @POST
  public Response endpoint(@RestPath UUID id, @BeanParam EndpointForm entered) {
    Model draft = Draft.of(gateway, id);
    EndpointForm form =
        entered.correct == null ? entered : entered.corrected(EndpointAdvice.of(entered));
    EndpointAdvice advice = EndpointAdvice.of(form);
    if (advice.any()) {
      return Response.status(UNPROCESSABLE)
          .entity(page(keyKept(draft, form, advice), form, advice, FormProblems.NONE))
          .build();
    }
    FormProblems problems;
    try {
      gateway.changeDraft(id, form.submission(draft));
      return Response.seeOther(
              URI.create("/submit/" + id + "/test" + (form.keyCleaned() ? "?cleaned=true" : "")))
          .build();
    } catch (NumberFormatException noNumber) {
      problems = FormProblems.of("maxConcurrency", "must be a whole number from 1 to 256");
    } catch (GatewayRefusal refusal) {
      problems = FormProblems.of(refusal);
    } catch (ProcessingException silence) {
      problems = FormProblems.of(silence);
    }
    return Response.status(problems.status()).entity(page(draft, form, advice, problems)).build();
  }

  /**
   * A key never goes back into the page. So that it need not be entered again for a mistake in
   * another field, it is sealed for the address as it is after the corrections.
   */
  private Model keyKept(Model draft, EndpointForm form, EndpointAdvice advice) {
    if (form.keyEntered() && advice.correctable()) {
      try {
        return gateway.changeDraft(draft.id(), form.corrected(advice).submission(draft));
      } catch (NumberFormatException | GatewayRefusal | ProcessingException notKept) {
        // The page asks for the key again.
      }
    }
    return draft;
  }

  private static TemplateInstance page(
      Model draft, EndpointForm form, EndpointAdvice advice, FormProblems problems) {
    boolean keyLost = form.keyEntered() && !draft.keyKept();
    EndpointForm shown =
        advice.about("baseUrl") != null && advice.about("baseUrl").secret()
            ? form.corrected(advice)
            : form;
    return Templates.endpoint(draft, shown, advice, ProviderChoice.all(), problems, keyLost);
  }
}
