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
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.gateway.EvaluationEstimate;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.Model;
import org.primum.leaderboard.gateway.StartedEvaluation;
import org.primum.protocol.message.BenchmarkChanged;

/** Starting an evaluation, after seeing what it will take. */
@Path("/mine/{id}/evaluate")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class EvaluateResource {

  private final Gateway gateway;
  private final BenchmarkVersions versions;

  EvaluateResource(@RestClient Gateway gateway, BenchmarkVersions versions) {
    this.gateway = gateway;
    this.versions = versions;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance evaluate(
        Model model,
        EvaluationForm form,
        EvaluationEstimate estimate,
        List<BenchmarkChanged> published,
        boolean submitted,
        FormProblems problems);
  }

  /**
   * What an evaluation of the named version, or of the newest published one, will take.
   *
   * @param again an evaluation whose version and settings are taken once more
   * @param submitted whether the model was submitted a moment ago
   */
  @GET
  public Response estimate(
      @RestPath UUID id,
      @RestQuery String version,
      @RestQuery UUID again,
      @RestQuery boolean submitted) {
    EvaluationForm form =
        again == null ? EvaluationForm.of(version) : EvaluationForm.of(gateway.requestOf(again));
    return page(id, form, submitted, FormProblems.NONE);
  }

  /** Starts it. */
  @POST
  public Response start(@RestPath UUID id, @BeanParam EvaluationForm form) {
    FormProblems problems;
    try {
      StartedEvaluation started = gateway.start(form.request(id));
      return Response.seeOther(URI.create("/evaluations/" + started.id())).build();
    } catch (NumberFormatException noMoney) {
      problems = FormProblems.of("costLimit", Money.UNREADABLE);
    } catch (GatewayRefusal refusal) {
      problems = FormProblems.of(refusal);
    } catch (ProcessingException silence) {
      problems = FormProblems.of(silence);
    }
    return page(id, form, false, problems);
  }

  private Response page(UUID id, EvaluationForm form, boolean submitted, FormProblems before) {
    Model model = gateway.model(id);
    EvaluationEstimate estimate = null;
    FormProblems problems = before;
    try {
      estimate = gateway.estimate(form.subject(id));
    } catch (GatewayRefusal refusal) {
      problems = before.any() ? before : FormProblems.of(refusal);
    } catch (ProcessingException silence) {
      problems = before.any() ? before : FormProblems.of(silence);
    }
    return Response.status(problems.status())
        .entity(
            Templates.evaluate(model, form, estimate, versions.published(), submitted, problems))
        .build();
  }
}
