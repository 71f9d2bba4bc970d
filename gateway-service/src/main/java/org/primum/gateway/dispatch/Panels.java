package org.primum.gateway.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;

/**
 * Which endpoints judge by a judging protocol. Content-addressed, so what is kept never changes.
 */
@ApplicationScoped
class Panels {

  private static final int MOST_KEPT = 1_000;

  private final FrozenJudging judging;
  private final Cache<String, List<UUID>> endpoints =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Panels(FrozenJudging judging) {
    this.judging = judging;
  }

  /** The endpoints of its judges, each once. */
  List<UUID> endpoints(String hash) {
    return endpoints.get(hash, this::read);
  }

  private List<UUID> read(String hash) {
    return judging
        .body(hash)
        .map(body -> Json.read(body, JudgingProtocol.class))
        .map(protocol -> protocol.judges().stream().map(judge -> judge.endpoint().id()).distinct())
        .orElseThrow(() -> new IllegalStateException("there is no judging protocol " + hash))
        .toList();
  }
}
