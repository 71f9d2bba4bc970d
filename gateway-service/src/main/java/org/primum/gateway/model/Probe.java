package org.primum.gateway.model;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.primum.gateway.problem.Problem;
import org.primum.modelclient.ChatRequest;
import org.primum.modelclient.Limits;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.Outcome;
import org.primum.modelclient.RetryPolicy;
import org.primum.modelclient.Secret;
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;

/** One small request to an endpoint before a model is accepted. */
@ApplicationScoped
class Probe {

  private static final ChatRequest REQUEST =
      new ChatRequest(null, "Reply with the single word: ready", 0, 1, 16);
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), 1024 * 1024);

  private final ModelClient client = new ModelClient(LIMITS, RetryPolicy.ONCE);

  /**
   * Asks once. An endpoint may know nothing to say to this question and answer 404 to it; when it
   * lists the model among its own, that is good enough.
   *
   * @throws Problem that says in plain words what failed
   */
  void check(Endpoint endpoint, Secret key) {
    if (client.ask(endpoint, key, REQUEST) instanceof Outcome.Failed failed
        && !(failed.failure().kind() == FailureKind.NOT_FOUND && client.lists(endpoint, key))) {
      String detail = failed.failure().detail();
      throw Problem.unacceptable(
          "The model was not accepted, because one test request to it failed. " + detail,
          List.of(new Problem.FieldError(field(failed.failure().kind()), detail)));
    }
  }

  private static String field(FailureKind kind) {
    return switch (kind) {
      case UNAUTHORIZED -> "apiKey";
      case NOT_FOUND, REJECTED -> "modelName";
      default -> "baseUrl";
    };
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
