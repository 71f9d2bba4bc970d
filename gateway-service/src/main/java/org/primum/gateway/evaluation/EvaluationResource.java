package org.primum.gateway.evaluation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
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
import org.primum.gateway.cost.Budgets;
import org.primum.gateway.problem.Problem;
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
  private final Plans plans;
  private final Budgets budgets;
  private final Event<ItemsWaiting> waiting;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  EvaluationResource(
      Evaluations evaluations,
      Summaries summaries,
      Progress progress,
      Plans plans,
      Budgets budgets,
      Event<ItemsWaiting> waiting,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.progress = progress;
    this.plans = plans;
    this.budgets = budgets;
    this.waiting = waiting;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Registers an evaluation; it runs by itself from then on. */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public Response start(@Valid EvaluationRequest request) {
    Plan plan = plans.of(request);
    Evaluation evaluation = new Evaluation();
    evaluation.id = UUID.randomUUID();
    evaluation.model = plan.model();
    evaluation.version = plan.version();
    evaluation.comparableGroup = plan.group();
    evaluation.costLimit = request.costLimit();
    evaluation.patienceSeconds = (int) Duration.ofMinutes(request.patienceMinutes()).toSeconds();
    evaluation.reuseAnswers = request.reuseAnswers();
    evaluation.createdAt = clock.instant();
    evaluation.enter(EvaluationState.QUEUED);
    evaluations.persistAndFlush(evaluation);
    evaluations.createTasks(evaluation, plan.suites());
    if (evaluation.costLimit != null) {
      budgets.expect(evaluation.id, plans.estimate(plan));
    }
    progress.register(evaluation);
    waiting.fire(new ItemsWaiting(evaluation.id));
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
    progress.cancel(evaluation, caller.subject());
    audit.add("cancel-evaluation", id.toString());
    return summaries.of(evaluation);
  }

  private EvaluationChanged shown(Evaluation evaluation) {
    return summaries.shownTo(caller, evaluation);
  }
}
