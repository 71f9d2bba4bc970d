package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.EndpointReport.RateLimit;

/** What a question leaves to report of the endpoint, beside its answer. */
class SightingTest {

  private static final UUID ENDPOINT = new UUID(0, 1);
  private static final String[] LIMITS = {
    "x-ratelimit-limit-requests: 300",
    "x-ratelimit-remaining-requests: 299",
    "x-ratelimit-reset-requests: 200ms",
    "x-ratelimit-limit-tokens: 90000",
    "x-ratelimit-remaining-tokens: 45000",
    "x-ratelimit-reset-tokens: 30s"
  };

  private final Asking once = Asking.once();
  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    once.close();
    asking.close();
  }

  @Test
  void reportsAnAnswerWithItsTokensAndTheLimitsTold() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.saying("No."), LIMITS))) {

      EndpointReport report = once.ask(server).report(ENDPOINT);

      assertThat(report)
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(
              new EndpointReport(
                  ENDPOINT,
                  1,
                  1,
                  18,
                  79,
                  null,
                  null,
                  new RateLimit(300, 299, 200L),
                  new RateLimit(90_000, 45_000, 30_000L)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7000",
    "'Mon, 23 Nov 2026 10:00:30 GMT', 30000",
    "'Mon, 23 Nov 2026 09:00:00 GMT', 0",
    "soon,"
  })
  void reportsARefusalWithTheWaitAndTheLimitsTold(String retryAfter, Long millis) {
    String[] headers = LIMITS.clone();
    headers[0] = "Retry-After: " + retryAfter;
    try (FaultyServer server = FaultyServer.that(Reaction.json(429, "{}", headers))) {

      EndpointReport report = once.ask(server).report(ENDPOINT);

      assertThat(report)
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(
              new EndpointReport(
                  ENDPOINT,
                  1,
                  0,
                  null,
                  null,
                  FailureKind.RATE_LIMITED,
                  millis,
                  null,
                  new RateLimit(90_000, 45_000, 30_000L)));
    }
  }

  @Test
  void addsUpOverTheRequestsOfOneQuestion() {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.json(
                429,
                "{}",
                "Retry-After: 1",
                "x-ratelimit-limit-requests: 300",
                "x-ratelimit-remaining-requests: 0"),
            Reaction.json(200, Replies.saying("No."), LIMITS))) {

      Sighting met = asking.ask(server).met();

      assertThat(met)
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(
              new Sighting(
                  2,
                  1,
                  18,
                  79,
                  null,
                  null,
                  new RateLimit(300, 299, 200L),
                  new RateLimit(90_000, 45_000, 30_000L),
                  0));
    }
  }

  @Test
  void keepsTheLimitsThatALaterReplyDoesNotTell() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(503, "{}", LIMITS), Reaction.hangUp(), Reaction.hangUp())) {

      Sighting met = asking.ask(server).met();

      assertThat(met)
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(
              new Sighting(
                  3,
                  0,
                  null,
                  null,
                  FailureKind.UNREACHABLE,
                  null,
                  new RateLimit(300, 299, 200L),
                  new RateLimit(90_000, 45_000, 30_000L),
                  0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 0,",
    "401, 0,",
    "404, 0,",
    "408, 0, TIMED_OUT",
    "429, 0, RATE_LIMITED",
    "500, 0, SERVER_ERROR",
    "503, 0, SERVER_ERROR"
  })
  void tellsTroubleOfTheEndpointFromARefusedRequest(int status, int answered, FailureKind trouble) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(status, "{}"))) {

      Sighting met = once.ask(server).met();

      assertThat(met)
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(new Sighting(1, answered, null, null, trouble, null, null, null, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({"'', stop", "'', content_filter", "'', length"})
  void countsTheTokensOfAnAnswerThatCannotBeUsed(String content, String finishReason) {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.completion(content, finishReason)))) {

      Sighting met = once.ask(server).met();

      assertThat(met)
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(new Sighting(1, 1, 18, 79, null, null, null, null, 0));
    }
  }

  @Test
  void countsAReplyThatIsTooLargeAsAnswered() {
    try (FaultyServer server = FaultyServer.that(Reaction.endless())) {

      Outcome outcome = once.ask(server);

      OutcomeAssert.failed(outcome, FailureKind.TOO_LARGE, 1);
      assertThat(outcome.met())
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(answeredWith(null));
    }
  }

  @Test
  void countsAWebPageAsAnsweredAndNotAsTrouble() {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, "<html></html>"))) {

      Outcome outcome = once.ask(server);

      OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 1);
      assertThat(outcome.met())
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(answeredWith(null));
    }
  }

  @Test
  void findsTroubleInAReplyThatIsCutOff() {
    try (FaultyServer server = FaultyServer.that(Reaction.cutOff("{\"choices\": ["))) {

      Outcome outcome = once.ask(server);

      OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 1);
      assertThat(outcome.met())
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(unansweredFor(FailureKind.UNREADABLE_REPLY));
    }
  }

  @Test
  void findsTroubleInAReplyThatIsResetInTheMiddle() {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.reset("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\": ["))) {

      Outcome outcome = once.ask(server);

      // The reset may overtake what was sent before it.
      assertThat(outcome.met().trouble())
          .isIn(FailureKind.UNREADABLE_REPLY, FailureKind.UNREACHABLE);
      assertThat(outcome.met().answered()).isZero();
    }
  }

  @Test
  void findsTroubleInAConnectionThatIsReset() {
    try (FaultyServer server = FaultyServer.that(Reaction.reset(""))) {

      Outcome outcome = once.ask(server);

      OutcomeAssert.failed(outcome, FailureKind.UNREACHABLE, 1);
      assertThat(outcome.met())
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(unansweredFor(FailureKind.UNREACHABLE));
    }
  }

  @Test
  void findsTroubleInAnEndpointThatIsNotThere() {
    Outcome outcome = once.ask(Asking.endpoint(FaultyServer.deserted()), Asking.KEY);

    assertThat(outcome.met())
        .usingRecursiveComparison()
        .ignoringFields("millis")
        .isEqualTo(unansweredFor(FailureKind.UNREACHABLE));
  }

  @Test
  void waitsForADripOfBytesNoLongerThanTheLimit() {
    Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofMillis(2_500), 2_000_000);
    try (FaultyServer server =
            FaultyServer.that(Reaction.drip(Replies.saying("No."), Duration.ofSeconds(1)));
        Asking patient = new Asking(limits, RetryPolicy.ONCE)) {
      long begun = System.nanoTime();

      Outcome outcome = patient.ask(server);

      OutcomeAssert.failed(outcome, FailureKind.TIMED_OUT, 1);
      assertThat(outcome.met())
          .usingRecursiveComparison()
          .ignoringFields("millis")
          .isEqualTo(unansweredFor(FailureKind.TIMED_OUT));
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(Duration.ofMillis(2_400), Duration.ofSeconds(10));
    }
  }

  @Test
  void survivesAHeaderOfAMegabyte() {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.json(
                200,
                Replies.saying("No."),
                "x-ratelimit-limit-requests: " + "9".repeat(1_000_000)))) {

      Outcome outcome = once.ask(server);

      OutcomeAssert.failed(outcome, FailureKind.UNREACHABLE, 1);
    }
  }

  @Test
  void reportsNothingOfAnEndpointThatCouldNotBeAsked() {
    Outcome outcome = once.ask(Asking.endpoint("not an address"), Asking.KEY);

    assertThat(outcome.report(ENDPOINT))
        .isEqualTo(new EndpointReport(ENDPOINT, 0, 0, null, null, null, null, null, null));
  }

  @Test
  void addsTokensWithoutPassingWhatANumberHolds() {
    Sighting many = new Sighting(1, 1, Integer.MAX_VALUE, 5, null, null, null, null, 0);

    assertThat(many.then(many))
        .isEqualTo(new Sighting(2, 2, Integer.MAX_VALUE, 10, null, null, null, null, 0));
    assertThat(Sighting.NONE.then(many)).isEqualTo(many);
    assertThat(many.then(Sighting.NONE)).isEqualTo(many);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 1", "1, -1"})
  void refusesWhatCannotBe(int requests, int answered) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sighting(requests, answered, null, null, null, null, null, null, 0));
  }

  private static Sighting answeredWith(FailureKind trouble) {
    return new Sighting(1, 1, null, null, trouble, null, null, null, 0);
  }

  private static Sighting unansweredFor(FailureKind trouble) {
    return new Sighting(1, 0, null, null, trouble, null, null, null, 0);
  }
}
