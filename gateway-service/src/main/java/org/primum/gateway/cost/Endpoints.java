package org.primum.gateway.cost;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.model.Model;
import org.primum.protocol.Endpoint;
import org.primum.protocol.judging.JudgingProtocol;

/** Where the requests of an evaluation go. */
@ApplicationScoped
class Endpoints {

  private final FrozenJudging judging;

  /** The judges of a version are frozen with it, and reading them takes a while. */
  private final Map<UUID, Map<UUID, Endpoint>> judges = new ConcurrentHashMap<>();

  Endpoints(FrozenJudging judging) {
    this.judging = judging;
  }

  /** The endpoint of the model and those of the version's judges, by their ids. */
  Map<UUID, Endpoint> of(Model model, BenchmarkVersion version) {
    Map<UUID, Endpoint> endpoints =
        new HashMap<>(judges.computeIfAbsent(version.id(), id -> judges(version)));
    try {
      endpoints.put(model.id(), model.endpoint());
    } catch (IllegalArgumentException unusable) {
      // It cannot be asked either, so it costs nothing; whoever reads of it is to be able to.
    }
    return endpoints;
  }

  private Map<UUID, Endpoint> judges(BenchmarkVersion version) {
    return judging.panel(version).stream()
        .map(JudgingProtocol.Judge::endpoint)
        .collect(Collectors.toMap(Endpoint::id, endpoint -> endpoint, (one, same) -> one));
  }
}
