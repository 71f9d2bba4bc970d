package org.primum.localstack.bench.endpoint;

import java.util.Map;

/**
 * What the endpoint has seen since it was last reset.
 *
 * @param models figures by the model's name
 */
public record EndpointFigures(Map<String, ModelFigures> models) {

  public EndpointFigures {
    models = Map.copyOf(models);
  }

  /** The figures of one model. */
  public ModelFigures of(String model) {
    return models.getOrDefault(model, ModelFigures.NONE);
  }

  /** All calls to all models. */
  public long calls() {
    return models.values().stream().mapToLong(ModelFigures::calls).sum();
  }
}
