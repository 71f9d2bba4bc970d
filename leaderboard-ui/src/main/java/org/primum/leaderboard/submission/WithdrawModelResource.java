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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.Model;
import org.primum.leaderboard.gateway.Withdrawal;

/** Taking a model and everything that was evaluated on it off the ranking. */
@Path("/mine/{id}/withdraw")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class WithdrawModelResource {

  private final Gateway gateway;

  WithdrawModelResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance withdraw(Model model, String reason, FormProblems problems);
  }

  @GET
  public TemplateInstance withdraw(@RestPath UUID id) {
    return Templates.withdraw(gateway.model(id), null, FormProblems.NONE);
  }

  @POST
  public Response withdraw(@RestPath UUID id, @RestForm String reason) {
    FormProblems problems =
        FormProblems.of(
            () -> gateway.withdrawModel(id, new Withdrawal(Entered.text(reason, null))));
    return problems.any()
        ? Response.status(problems.status())
            .entity(Templates.withdraw(gateway.model(id), reason, problems))
            .build()
        : Response.seeOther(URI.create("/mine/" + id)).build();
  }
}
