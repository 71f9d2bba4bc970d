package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.protocol.FailureKind;

/** Every status but success: what it means, whether it is tried again, and how soon. */
class RefusedRequestTest {

  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    asking.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, REJECTED,     1, The endpoint rejected the request (HTTP 400).",
    "401, UNAUTHORIZED, 1, The endpoint refused the key (HTTP 401).",
    "402, REJECTED,     1, The endpoint rejected the request (HTTP 402).",
    "403, UNAUTHORIZED, 1, The endpoint refused the key (HTTP 403).",
    "404, NOT_FOUND,    1, The endpoint knows no such model or path (HTTP 404).",
    "408, TIMED_OUT,    3, The endpoint gave up waiting (HTTP 408).",
    "410, NOT_FOUND,    1, The endpoint knows no such model or path (HTTP 410).",
    "422, REJECTED,     1, The endpoint rejected the request (HTTP 422).",
    "429, RATE_LIMITED, 3, The endpoint limits the rate (HTTP 429).",
    "500, SERVER_ERROR, 3, The endpoint failed (HTTP 500).",
    "502, SERVER_ERROR, 3, The endpoint failed (HTTP 502).",
    "529, SERVER_ERROR, 3, The endpoint failed (HTTP 529)."
  })
  void saysWhatTheStatusMeans(int status, FailureKind kind, int requests, String sentence) {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(status, Replies.error("It is so.", null)))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, kind, requests))
          .startsWith(sentence)
          .endsWith("The endpoint says: \"It is so.\"");
      assertThat(((Outcome.Failed) outcome).retryable()).isEqualTo(requests > 1);
      assertThat(server.received()).hasSize(requests);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Forbidden",
        "<html><body>Forbidden</body></html>",
        "{\"error\": null}",
        "{\"error\": []}",
        "null",
        "{\"error\": {\"message\": 7}}",
        "[[[["
      })
  void explainsTheStatusWhateverStandsInTheBody(String body) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(403, body))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNAUTHORIZED, 1))
          .startsWith("The endpoint refused the key (HTTP 403).")
          .doesNotContain("The endpoint says");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": \"no\\n\\tsuch thing\"}",
        "{\"message\": \"no such\\r\\nthing\"}",
        "{\"error\": {\"message\": \" no such\\u0000thing\\n\"}}"
      })
  void repeatsInOneLineWhatTheEndpointSays(String body) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(404, body))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.NOT_FOUND, 1))
          .endsWith("The endpoint says: \"no such thing\"");
    }
  }

  @Test
  void recoversFromAServerError() {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.json(500, Replies.error("Overloaded.", null)),
            Reaction.json(200, Replies.saying("No.")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.replied(outcome).requests()).isEqualTo(2);
      assertThat(server.received()).hasSize(2);
      assertThat(asking.pauses()).hasSize(1);
    }
  }

  @Test
  void waitsAsManySecondsAsTheEndpointAsks() {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.json(429, Replies.error("Slow down.", null), "Retry-After: 7"),
            Reaction.json(200, Replies.saying("No.")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.replied(outcome).requests()).isEqualTo(2);
      assertThat(asking.pauses()).hasSize(1);
      assertThat(asking.pauses().getFirst())
          .isBetween(Duration.ofSeconds(7), Duration.ofMillis(7_500));
    }
  }

  @Test
  void waitsUntilTheDateTheEndpointNames() {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.json(503, "{}", "Retry-After: Mon, 23 Nov 2026 10:00:30 GMT"),
            Reaction.json(200, Replies.saying("No.")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.replied(outcome).requests()).isEqualTo(2);
      assertThat(asking.pauses().getFirst())
          .isBetween(Duration.ofSeconds(30), Duration.ofMillis(30_500));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "Mon, 23 Nov 2026 09:00:00 GMT",
        "-5",
        "soon",
        "1.5",
        "",
        "Mon, 99 Nov 2026",
        "٧"
      })
  void waitsShortlyWhenTheEndpointAsksForNothingSensible(String retryAfter) {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.json(429, "{}", "Retry-After: " + retryAfter),
            Reaction.json(200, Replies.saying("No.")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.replied(outcome).requests()).isEqualTo(2);
      assertThat(asking.pauses().getFirst()).isBetween(Duration.ZERO, Duration.ofMillis(500));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 3600 seconds",
    "99999999999999999999, 31536000 seconds",
    "'Mon, 23 Nov 2026 12:00:00 GMT', 7200 seconds"
  })
  void givesUpWhenTheEndpointAsksToWaitTooLong(String retryAfter, String asked) {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(429, "{}", "Retry-After: " + retryAfter))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.RATE_LIMITED, 1))
          .startsWith(
              "The endpoint asks to wait "
                  + asked
                  + ", longer than the 60 seconds waited for. The endpoint limits the rate");
      assertThat(((Outcome.Failed) outcome).retryable()).isTrue();
      assertThat(asking.pauses()).isEmpty();
    }
  }

  @Test
  void doesNotTryAgainWhenTheQuotaIsSpent() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(429, Replies.error("Too much.", "insufficient_quota")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.RATE_LIMITED, 1))
          .startsWith("The account's quota is used up.");
      assertThat(server.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"content_filter", "content_policy_violation", "data_inspection_failed"})
  void seesThatTheProviderFilteredTheRequest(String code) {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(400, Replies.error("Filtered.", code)))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.CONTENT_FILTER, 1))
          .isEqualTo("The provider's content filter refused the request (HTTP 400).");
    }
  }

  @Test
  void keepsAnErrorPageOutOfTheSentence() {
    byte[] page = "<!doctype html><title>Bad gateway</title>".getBytes(StandardCharsets.UTF_8);
    try (FaultyServer server = FaultyServer.that(Reaction.bytes(502, "text/html", page))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.SERVER_ERROR, 3))
          .isEqualTo("The endpoint failed (HTTP 502). Look at its own log.");
    }
  }
}
