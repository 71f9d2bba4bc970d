package org.primum.localstack.bench.endpoint;

import java.util.Map;

/**
 * How the whole endpoint behaves.
 *
 * @param seed of all chance
 * @param models the behaviour towards each model by its name
 * @param others the behaviour towards every other model
 */
public record EndpointSettings(long seed, Map<String, Behaviour> models, Behaviour others) {

  public EndpointSettings {
    models = models == null ? Map.of() : Map.copyOf(models);
    others = others == null ? Behaviour.steady(0) : others;
  }

  Behaviour towards(String model) {
    return models.getOrDefault(model, others);
  }
}
