package org.primum.localstack.simulated;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of the endpoint by name. */
final class Models {

  private final Map<String, SimulatedModel> byId = new LinkedHashMap<>();

  private Models(List<SimulatedModel> models) {
    models.forEach(model -> byId.put(model.id(), model));
  }

  static Models all() {
    List<SimulatedModel> models = new ArrayList<>(List.of(Persona.values()));
    models.add(new SimulatedJudge());
    return new Models(models);
  }

  Collection<String> ids() {
    return List.copyOf(byId.keySet());
  }

  Optional<SimulatedModel> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
