package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;

/** Endpoints and keys of which no request can be made, and callers that stop waiting. */
class UnaskableTest {

  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    asking.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8080/v1",
        "ftp://localhost/v1",
        "file:///etc/passwd",
        "http:///v1",
        "http://user:word@localhost/v1",
        "http://localhost/v1?key=1",
        "http://localhost/v1#part",
        "http://local host/v1",
        "not an address"
      })
  void saysThatTheBaseUrlCannotBeAsked(String baseUrl) {
    Outcome outcome = asking.ask(Asking.endpoint(baseUrl), Asking.KEY);

    assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREACHABLE, 0))
        .startsWith("The base URL is not an address that can be asked.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-one\r\nX-Injected: yes", "sk-one two", "sk-one\n", "sk-ünicode"})
  void saysThatTheKeyCannotBeSentWithoutRepeatingIt(String key) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying("No.")))) {

      Outcome outcome = asking.ask(Asking.endpoint(server.baseUrl()), Secret.of(key));

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNAUTHORIZED, 0))
          .startsWith("The key holds a space")
          .doesNotContain("sk-");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void namesTheProvidersItKnows() {
    Endpoint endpoint = new Endpoint(new UUID(0, 1), "telepathy", "http://localhost/v1", "m-1", 4);

    Outcome outcome = asking.ask(endpoint, Asking.KEY);

    assertThat(OutcomeAssert.failed(outcome, FailureKind.REJECTED, 0))
        .isEqualTo(
            "The provider \"telepathy\" is not supported. Supported: openai, azure-openai,"
                + " anthropic, ollama.");
  }

  @Test
  void blamesNoModelWhenItsCallerIsInterruptedBetweenTwoRequests() {
    ModelClient.Pause interrupted =
        duration -> {
          throw new InterruptedException();
        };
    try (FaultyServer server = FaultyServer.that(Reaction.json(500, "{}"));
        ModelClient client =
            new ModelClient(
                Limits.STANDARD, RetryPolicy.STANDARD, InstantSource.system(), interrupted)) {

      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(
              () -> client.ask(Asking.endpoint(server.baseUrl()), Asking.KEY, Asking.QUESTION));

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void blamesNoModelWhenItsCallerIsInterruptedDuringARequest() {
    try (FaultyServer server = FaultyServer.that(Reaction.stall(""))) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> asking.ask(server));

      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void asksOnlyOnceForAProbe() {
    Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), 1_000);
    try (FaultyServer server = FaultyServer.that(Reaction.json(503, "{}", "Retry-After: 0"));
        ModelClient client = new ModelClient(limits, RetryPolicy.ONCE)) {

      Outcome outcome = client.ask(Asking.endpoint(server.baseUrl()), Asking.KEY, Asking.QUESTION);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.SERVER_ERROR, 1))
          .startsWith("The endpoint failed (HTTP 503).");
      assertThat(server.received()).hasSize(1);
    }
  }
}
