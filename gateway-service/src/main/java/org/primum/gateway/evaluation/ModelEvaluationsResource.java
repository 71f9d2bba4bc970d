package org.primum.gateway.evaluation;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.primum.protocol.message.EvaluationChanged;

/** All evaluations of a model, newest first. */
@Path("/api/v1/models/{modelId}/evaluations")
class ModelEvaluationsResource {

  private final Evaluations evaluations;
  private final Summaries summaries;

  ModelEvaluationsResource(Evaluations evaluations, Summaries summaries) {
    this.evaluations = evaluations;
    this.summaries = summaries;
  }

  @GET
  @Transactional
  public List<EvaluationChanged> ofModel(UUID modelId) {
    return evaluations.list("model.id = ?1 order by createdAt desc", modelId).stream()
        .map(summaries::of)
        .toList();
  }
}
