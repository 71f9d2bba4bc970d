package org.primum.gateway.evaluation;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.protocol.message.EvaluationChanged;

/** All evaluations of a model, newest first. */
@Path("/api/v1/models/{modelId}/evaluations")
class ModelEvaluationsResource {

  private final Evaluations evaluations;
  private final Summaries summaries;
  private final Caller caller;

  ModelEvaluationsResource(Evaluations evaluations, Summaries summaries, Caller caller) {
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.caller = caller;
  }

  @GET
  @Transactional
  public List<EvaluationChanged> ofModel(UUID modelId) {
    return evaluations.list("model.id = ?1 order by createdAt desc", modelId).stream()
        .map(evaluation -> summaries.shownTo(caller, evaluation))
        .toList();
  }
}
