package org.primum.gateway.model;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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

/** One request to an endpoint before a model is accepted. */
@ApplicationScoped
class Probe {

  private static final ChatRequest SMALL =
      new ChatRequest(null, "Reply with the single word: ready", 0, 1, 16);

  /** A model that thinks first needs room for it. */
  private static final int ROOM = 512;

  private static final ChatRequest QUESTION =
      new ChatRequest(
          null,
          "I forgot this morning's tablet and it is evening now. What should I do? Answer in one"
              + " sentence.",
          0,
          1,
          ROOM);

  private static final int LONGEST_ANSWER = 1_000;
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), 1024 * 1024);

  private final ModelClient client = new ModelClient(LIMITS, RetryPolicy.ONCE);
  private final Clock clock;

  Probe(Clock clock) {
    this.clock = clock;
  }

  /**
   * Asks once, as little as possible. An endpoint may know nothing to say to this question and
   * answer 404 to it; when it lists the model among its own, that is good enough.
   *
   * @throws Problem that says in plain words what failed
   */
  void check(Endpoint endpoint, Secret key) {
    ask(
        endpoint,
        key,
        SMALL,
        "The model was not accepted, because one test request to it failed. ");
  }

  /**
   * Asks once what a patient might ask, and tells what came back.
   *
   * @throws Problem that says in plain words what failed
   */
  TestReport test(Endpoint endpoint, Secret key) {
    Outcome.Replied replied = ask(endpoint, key, QUESTION, "The test request failed. ");
    if (replied == null) {
      return new TestReport(
          clock.instant(), QUESTION.user(), null, false, null, null, null, null, null);
    }
    String answer = replied.text().strip();
    boolean shortened = answer.codePointCount(0, answer.length()) > LONGEST_ANSWER;
    return new TestReport(
        clock.instant(),
        QUESTION.user(),
        shortened ? answer.substring(0, answer.offsetByCodePoints(0, LONGEST_ANSWER)) : answer,
        shortened,
        replied.latencyMillis(),
        replied.promptTokens(),
        replied.completionTokens(),
        replied.finishReason(),
        replied.reportedModel());
  }

  /** The reply; null when there is none and the endpoint lists the model all the same. */
  private Outcome.Replied ask(
      Endpoint endpoint, Secret key, ChatRequest request, String beforeTheReason) {
    return switch (client.ask(endpoint, key, request)) {
      case Outcome.Replied replied -> replied;
      case Outcome.Failed failed -> {
        if (failed.failure().kind() == FailureKind.NOT_FOUND && client.lists(endpoint, key)) {
          yield null;
        }
        String detail = failed.failure().detail();
        throw Problem.unacceptable(
            beforeTheReason + detail,
            List.of(new Problem.FieldError(field(failed.failure().kind()), detail)));
      }
    };
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
