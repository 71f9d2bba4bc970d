package org.primum.leaderboard.model;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.evaluation.Progress;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/** A model with everything that was evaluated on it. */
@Path("/models/{id}")
@Blocking
class ModelResource {

  private final Evaluations evaluations;
  private final Clock clock;

  ModelResource(Evaluations evaluations, Clock clock) {
    this.evaluations = evaluations;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance model(
        ModelCard model,
        List<Progress> evaluations,
        List<GroupResult> results,
        List<GroupResult> imported);
  }

  @GET
  public TemplateInstance model(@RestPath UUID id) {
    List<EvaluationChanged> found = evaluations.ofModels(List.of(id));
    if (found.isEmpty()) {
      throw new NotFoundException();
    }
    Instant now = clock.instant();
    return Templates.model(
        found.getFirst().model(),
        found.stream().map(evaluation -> Progress.of(evaluation, now)).toList(),
        GroupResult.own(found),
        GroupResult.imported(found));
  }
}
