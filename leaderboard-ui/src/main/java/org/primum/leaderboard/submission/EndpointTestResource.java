package org.primum.leaderboard.submission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.Model;

/** The third step of submitting a model: its endpoint is asked once. */
@Path("/submit/{id}/test")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class EndpointTestResource {

  private final Gateway gateway;

  EndpointTestResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance test(Model draft, boolean cleaned, FormProblems problems);
  }

  @GET
  public Response test(@RestPath UUID id, @RestQuery boolean cleaned) {
    Model draft = Draft.of(gateway, id);
    return draft.endpointEntered()
        ? Response.ok(Templates.test(draft, cleaned, FormProblems.NONE)).build()
        : to("/submit/%s/endpoint".formatted(id));
  }

  @POST
  public Response test(@RestPath UUID id) {
    FormProblems problems = FormProblems.of(() -> gateway.testDraft(id));
    return problems.any() ? refused(id, problems) : to("/submit/%s/test".formatted(id));
  }

  /** Makes the draft a model, and goes on to what its evaluation will take. */
  @POST
  @Path("accept")
  public Response accept(@RestPath UUID id) {
    FormProblems problems = FormProblems.of(() -> gateway.acceptDraft(id));
    return problems.any()
        ? refused(id, problems)
        : to("/mine/%s/evaluate?submitted=true".formatted(id));
  }

  private Response refused(UUID id, FormProblems problems) {
    return Response.status(problems.status())
        .entity(Templates.test(Draft.of(gateway, id), false, problems))
        .build();
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }
}
