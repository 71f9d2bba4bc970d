package org.primum.leaderboard.gateway;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.primum.leaderboard.gateway.GatewayRefusal.FieldError;
import org.primum.protocol.Json;

/** Makes the gateway's problem details (RFC 9457) a refusal. */
final class RefusalReader {

  private RefusalReader() {}

  /** What is read of a problem document. */
  private record Problem(String detail, List<FieldError> errors) {}

  static GatewayRefusal refusal(Response response) {
    Problem problem = problem(response);
    return new GatewayRefusal(
        response.getStatus(),
        problem.detail() == null
            ? "The gateway answered with status %d and no explanation."
                .formatted(response.getStatus())
            : problem.detail(),
        problem.errors() == null ? List.of() : problem.errors());
  }

  private static Problem problem(Response response) {
    try {
      return Json.read(response.readEntity(String.class), Problem.class);
    } catch (RuntimeException unreadable) {
      return new Problem(null, null);
    }
  }
}
