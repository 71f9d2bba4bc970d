package org.primum.localstack.bench;

import java.util.Map;
import org.primum.localstack.bench.endpoint.Behaviour;

/**
 * One evaluation to measure.
 *
 * @param items how many
 * @param model how the model is asked
 * @param judge how the judge is asked
 */
record Load(int items, Asked model, Asked judge) {

  /**
   * A model or judge of the endpoint.
   *
   * @param name its name at the endpoint and in Primum
   * @param inFlight most calls at once, as it is entered in Primum
   * @param behaviour how the endpoint treats it
   */
  record Asked(String name, int inFlight, Behaviour behaviour) {

    /** One that answers after so many milliseconds. */
    static Asked model(int inFlight, int latencyMillis) {
      return new Asked("bench-model-" + inFlight, inFlight, Behaviour.steady(latencyMillis));
    }

    /** A judge that answers after so many milliseconds. */
    static Asked judge(int inFlight, int latencyMillis) {
      return new Asked("bench-judge-" + inFlight, inFlight, Behaviour.steady(latencyMillis));
    }

    Asked with(Behaviour changed) {
      return new Asked(name, inFlight, changed);
    }

    Asked named(String other) {
      return new Asked(other, inFlight, behaviour);
    }

    private double seconds() {
      return behaviour.latencyMillis() / 1_000.0;
    }
  }

  Ideal ideal() {
    return new Ideal(items, model.seconds(), model.inFlight(), judge.seconds(), judge.inFlight());
  }

  /** What the endpoint is to be told. */
  Map<String, Behaviour> behaviours() {
    return Map.of(model.name(), model.behaviour(), judge.name(), judge.behaviour());
  }
}
