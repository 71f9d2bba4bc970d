package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.publication.StoredContent;
import org.primum.gateway.model.Model;
import org.primum.gateway.model.Models;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.ContentHash;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

/** Starting, watching and cancelling evaluations. */
@Path("/api/v1/evaluations")
@Blocking
class EvaluationResource {

  private static final int MOST_LISTED = 500;

  private final Evaluations evaluations;
  private final Summaries summaries;
  private final Progress progress;
  private final BenchmarkVersions versions;
  private final StoredContent content;
  private final Models models;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  EvaluationResource(
      Evaluations evaluations,
      Summaries summaries,
      Progress progress,
      BenchmarkVersions versions,
      StoredContent content,
      Models models,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.progress = progress;
    this.versions = versions;
    this.content = content;
    this.models = models;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Registers an evaluation; it runs by itself from then on. */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public Response start(@Valid EvaluationRequest request) {
    if (request == null) {
      throw Problem.badRequest("Send the evaluation as a JSON object with a modelId.");
    }
    Model model = models.findById(request.modelId());
    if (model == null || !caller.speaksFor(model.owner())) {
      throw Problem.notFound("There is no such model among yours.");
    }
    if (model.imported()) {
      throw Problem.conflict(
          "This model was imported with a run and has no endpoint that can be asked. Submit the"
              + " model with its endpoint, and evaluate that.");
    }
    BenchmarkVersion version = versions.forEvaluation(request.benchmark(), request.version());
    content.check(version);
    Evaluation evaluation = new Evaluation();
    evaluation.id = UUID.randomUUID();
    evaluation.model = model;
    evaluation.version = version;
    List<String> suites = versions.chosen(version, request.suites());
    evaluation.comparableGroup = group(version, suites);
    evaluation.costLimit = request.costLimit();
    evaluation.patienceSeconds = (int) Duration.ofMinutes(request.patienceMinutes()).toSeconds();
    evaluation.reuseAnswers = request.reuseAnswers();
    evaluation.createdAt = clock.instant();
    evaluation.enter(EvaluationState.QUEUED);
    evaluations.persistAndFlush(evaluation);
    evaluations.createTasks(evaluation, suites);
    progress.register(evaluation);
    audit.add("start-evaluation", evaluation.id.toString());
    return Response.accepted(Map.of("id", evaluation.id))
        .location(URI.create("/api/v1/evaluations/" + evaluation.id))
        .build();
  }

  /** The newest evaluations. */
  @GET
  @Transactional
  public List<EvaluationChanged> newest(@RestQuery @DefaultValue("100") int limit) {
    return evaluations
        .find("order by createdAt desc")
        .page(0, Math.clamp(limit, 1, MOST_LISTED))
        .list()
        .stream()
        .map(this::shown)
        .toList();
  }

  /** One evaluation, with metrics as far as they go. */
  @GET
  @Path("{id}")
  @Transactional
  public EvaluationChanged one(UUID id) {
    return shown(evaluations.required(id));
  }

  /** Stops an evaluation; what is on its way is ignored when it comes back. */
  @POST
  @Path("{id}/cancel")
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public EvaluationChanged cancel(UUID id) {
    Evaluation evaluation = evaluations.locked(id);
    if (!caller.speaksFor(evaluation.model.owner())) {
      throw Problem.forbidden("Only the model's owner or an administrator may cancel this.");
    }
    if (evaluation.state().finished()) {
      throw Problem.conflict("The evaluation is %s already.".formatted(evaluation.state));
    }
    progress.cancel(evaluation);
    audit.add("cancel-evaluation", id.toString());
    return summaries.of(evaluation);
  }

  private EvaluationChanged shown(Evaluation evaluation) {
    return summaries.shownTo(caller, evaluation);
  }

  /** Everything equal that could move a number: content hash and the suites, if not all. */
  private static String group(BenchmarkVersion version, List<String> suites) {
    ContentHash hash = new ContentHash().add("comparable-group/1").add(version.contentHash());
    suites.forEach(hash::add);
    return hash.hex();
  }
}
