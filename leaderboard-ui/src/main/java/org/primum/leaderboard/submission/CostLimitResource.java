package org.primum.leaderboard.submission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.gateway.CostLimit;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;

/** The cost limit of an evaluation that is under way: raising it, or ending with what is there. */
@Path("/evaluations/{id}/limit")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class CostLimitResource {

  private final Gateway gateway;
  private final Evaluations evaluations;

  CostLimitResource(@RestClient Gateway gateway, Evaluations evaluations) {
    this.gateway = gateway;
    this.evaluations = evaluations;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance limit(
        EvaluationChanged evaluation, boolean waits, String entered, FormProblems problems);
  }

  @GET
  public TemplateInstance limit(@RestPath UUID id) {
    return page(id, null, FormProblems.NONE);
  }

  /** Has it go on within another limit. */
  @POST
  public Response limit(@RestPath UUID id, @RestForm String costLimit) {
    BigDecimal limit;
    try {
      limit = Money.read(costLimit);
    } catch (NumberFormatException noMoney) {
      return refused(id, costLimit, FormProblems.of("costLimit", Money.UNREADABLE));
    }
    if (limit == null) {
      return refused(id, costLimit, FormProblems.of("costLimit", "is needed"));
    }
    FormProblems problems =
        FormProblems.of(() -> evaluations.take(gateway.limit(id, new CostLimit(limit))));
    return problems.any() ? refused(id, costLimit, problems) : backTo(id);
  }

  /** Has it end with what is there. */
  @POST
  @Path("conclude")
  public Response conclude(@RestPath UUID id) {
    FormProblems problems = FormProblems.of(() -> evaluations.take(gateway.conclude(id)));
    return problems.any() ? refused(id, null, problems) : backTo(id);
  }

  private Response refused(UUID id, String entered, FormProblems problems) {
    return Response.status(problems.status()).entity(page(id, entered, problems)).build();
  }

  /** The gateway tells the cost to the owner and to administrators. */
  private TemplateInstance page(UUID id, String entered, FormProblems problems) {
    EvaluationChanged evaluation = gateway.evaluation(id);
    if (evaluation.cost() == null) {
      throw new NotFoundException();
    }
    boolean waits =
        evaluation.progress() != null && evaluation.progress().waitsFor() == WaitsFor.BUDGET;
    return Templates.limit(evaluation, waits, entered, problems);
  }

  private static Response backTo(UUID id) {
    return Response.seeOther(URI.create("/evaluations/" + id)).build();
  }
}
