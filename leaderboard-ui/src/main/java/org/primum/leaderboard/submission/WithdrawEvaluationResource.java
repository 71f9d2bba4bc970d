package org.primum.leaderboard.submission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
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
import org.primum.leaderboard.account.Visitor;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.Withdrawal;
import org.primum.protocol.message.EvaluationChanged;

/** Taking an evaluation off the ranking. */
@Path("/evaluations/{id}/withdraw")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class WithdrawEvaluationResource {

  private final Gateway gateway;
  private final Evaluations evaluations;
  private final Visitor visitor;

  WithdrawEvaluationResource(
      @RestClient Gateway gateway, Evaluations evaluations, Visitor visitor) {
    this.gateway = gateway;
    this.evaluations = evaluations;
    this.visitor = visitor;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance withdraw(
        EvaluationChanged evaluation, String reason, FormProblems problems);
  }

  @GET
  public TemplateInstance withdraw(@RestPath UUID id) {
    return Templates.withdraw(own(id), null, FormProblems.NONE);
  }

  @POST
  public Response withdraw(@RestPath UUID id, @RestForm String reason) {
    FormProblems problems =
        FormProblems.of(
            () ->
                evaluations.take(gateway.withdraw(id, new Withdrawal(Entered.text(reason, null)))));
    return problems.any()
        ? Response.status(problems.status())
            .entity(Templates.withdraw(own(id), reason, problems))
            .build()
        : Response.seeOther(URI.create("/evaluations/" + id)).build();
  }

  private EvaluationChanged own(UUID id) {
    EvaluationChanged evaluation = gateway.evaluation(id);
    if (!visitor.owns(evaluation)) {
      throw new ForbiddenException();
    }
    return evaluation;
  }
}
