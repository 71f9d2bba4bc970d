package org.primum.leaderboard.submission;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.evaluation.Progress;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.Model;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;

/** The visitor's models and their evaluations; every model for an administrator. */
@Path("/mine")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class MineResource {

  private final Gateway gateway;
  private final Evaluations evaluations;
  private final BenchmarkVersions versions;
  private final Clock clock;

  MineResource(
      @RestClient Gateway gateway,
      Evaluations evaluations,
      BenchmarkVersions versions,
      Clock clock) {
    this.gateway = gateway;
    this.evaluations = evaluations;
    this.versions = versions;
    this.clock = clock;
  }

  /** A model with its evaluations, newest first. */
  public record Entry(Model model, List<Progress> evaluations) {}

  /** What the owner's page says has just been done. */
  private static final String DELETED = "The draft is deleted, and the key that was kept for it.";

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance mine(
        List<Model> drafts, List<Entry> entries, List<BenchmarkChanged> published, String done);

    static native TemplateInstance one(Entry entry, List<BenchmarkChanged> published);
  }

  @GET
  public TemplateInstance mine(@RestQuery boolean deleted) {
    List<Model> all = gateway.models().reversed();
    List<Model> drafts = all.stream().filter(Model::draft).toList();
    List<Model> models = all.stream().filter(model -> !model.draft()).toList();
    var byModel =
        evaluations.ofModels(models.stream().map(Model::id).toList()).stream()
            .collect(Collectors.groupingBy(evaluation -> evaluation.model().id()));
    List<Entry> entries =
        models.stream()
            .map(model -> entry(model, byModel.getOrDefault(model.id(), List.of())))
            .toList();
    return Templates.mine(drafts, entries, versions.published(), deleted ? DELETED : null);
  }

  @GET
  @Path("{id}")
  public Response one(@RestPath UUID id) {
    Model model = gateway.model(id);
    return model.draft()
        ? Response.seeOther(URI.create(model.nextStep())).build()
        : Response.ok(
                Templates.one(
                    entry(model, evaluations.ofModels(List.of(id))), versions.published()))
            .build();
  }

  private Entry entry(Model model, List<EvaluationChanged> found) {
    Instant now = clock.instant();
    return new Entry(
        model, found.stream().map(evaluation -> Progress.of(evaluation, now)).toList());
  }
}
