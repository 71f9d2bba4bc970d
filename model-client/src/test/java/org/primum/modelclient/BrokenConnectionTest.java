package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.protocol.FailureKind;

/** No reply, half a reply, too slow a reply, too long a reply. */
class BrokenConnectionTest {

  private static final Limits IMPATIENT =
      new Limits(Duration.ofSeconds(5), Duration.ofMillis(250), 2_000_000);
  private static final int FIVE_MEGABYTES = 5_000_000;

  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    asking.close();
  }

  @Test
  void saysThatTheConnectionIsRefused() {
    String nobody = FaultyServer.deserted();

    Outcome outcome = asking.ask(Asking.endpoint(nobody), Asking.KEY);

    assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREACHABLE, 3))
        .startsWith("The endpoint refused the connection. Check host and port");
    assertThat(asking.pauses()).hasSize(2);
  }

  @Test
  void saysThatTheConnectionWasLostBeforeAReply() {
    try (FaultyServer server = FaultyServer.that(Reaction.hangUp())) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREACHABLE, 3))
          .startsWith("The connection was lost before a reply began.");
      assertThat(server.received()).hasSize(3);
    }
  }

  @Test
  void saysThatSomethingElseThanHttpAnswers() {
    try (FaultyServer server = FaultyServer.that(Reaction.raw("SSH-2.0-OpenSSH_9.9\r\n\r\n"))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREACHABLE, 3))
          .contains("Check that the address is an HTTP endpoint");
    }
  }

  @Test
  void recoversWhenTheNextConnectionHolds() {
    try (FaultyServer server =
        FaultyServer.that(
            Reaction.hangUp(),
            Reaction.cutOff("{\"choices\""),
            Reaction.json(200, Replies.saying("No.")))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.replied(outcome).requests()).isEqualTo(3);
      assertThat(server.received()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\": ["
      })
  void givesUpOnAReplyThatIsNotCompleteInTime(String begin) {
    try (FaultyServer server = FaultyServer.that(Reaction.stall(begin));
        Asking impatient = new Asking(IMPATIENT)) {

      Outcome outcome = impatient.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.TIMED_OUT, 3))
          .startsWith("No complete reply came within 250 milliseconds.");
      assertThat(impatient.pauses()).hasSize(2);
    }
  }

  /** What is usual becomes known while the first request hangs already. */
  @Test
  void doesNotWaitTheWholeTimeForAnEndpointThatIsUsuallyQuick() throws Exception {
    Limits minute = new Limits(Duration.ofSeconds(5), Duration.ofMinutes(1), 2_000_000);
    try (FaultyServer hanging = FaultyServer.that(Reaction.stall(""));
        FaultyServer quick = FaultyServer.that(Reaction.json(200, Replies.saying("No.")));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ModelClient client = new ModelClient(minute, RetryPolicy.ONCE)) {
      Future<Outcome> hangs =
          threads.submit(
              () -> client.ask(Asking.endpoint(hanging.baseUrl()), Asking.KEY, Asking.QUESTION, 1));
      for (int reply = 0; reply < 5; reply++) {
        OutcomeAssert.replied(
            client.ask(Asking.endpoint(quick.baseUrl()), Asking.KEY, Asking.QUESTION, 1));
      }

      assertThat(OutcomeAssert.failed(hangs.get(), FailureKind.TIMED_OUT, 1))
          .startsWith("No complete reply came within 5 seconds.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"choices\": [{\"message\": {\"content\": \"No, and"})
  void saysThatTheReplyBrokeOff(String begin) {
    try (FaultyServer server = FaultyServer.that(Reaction.cutOff(begin))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 3))
          .isEqualTo("The reply broke off before it was complete.");
      assertThat(server.received()).hasSize(3);
    }
  }

  @Test
  void saysThatTheJsonBrokeOffThoughTheConnectionHeld() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, "{\"choices\": [{\"message\": {\"content\": \"No"))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.UNREADABLE_REPLY, 3))
          .isEqualTo("The reply broke off before it was complete.");
    }
  }

  @Test
  void takesNoMoreThanTheLimit() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.saying("x".repeat(FIVE_MEGABYTES))))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.TOO_LARGE, 1))
          .startsWith("The reply is larger than the 2000000 bytes that are taken.");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void stopsReadingAReplyWithoutAnEnd() {
    try (FaultyServer server = FaultyServer.that(Reaction.endless())) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.TOO_LARGE, 1)).contains("larger");
    }
  }

  @Test
  void takesAReplyOfExactlyTheLimit() {
    String reply = Replies.saying("No.");
    Limits exact = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), reply.length());
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, reply));
        Asking tight = new Asking(exact)) {

      Outcome outcome = tight.ask(server);

      assertThat(OutcomeAssert.replied(outcome).text()).isEqualTo("No.");
    }
  }

  @Test
  void seesTheStatusOfAnErrorHoweverLongItsPage() {
    byte[] page = "x".repeat(FIVE_MEGABYTES).getBytes(StandardCharsets.UTF_8);
    try (FaultyServer server = FaultyServer.that(Reaction.bytes(503, "text/plain", page))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.SERVER_ERROR, 3))
          .isEqualTo("The endpoint failed (HTTP 503). Look at its own log.");
    }
  }

  @Test
  void waitsLongerBeforeEveryFurtherRequest() {
    try (FaultyServer server = FaultyServer.that(Reaction.hangUp())) {

      OutcomeAssert.failed(asking.ask(server), FailureKind.UNREACHABLE, 3);

      List<Duration> pauses = asking.pauses();
      assertThat(pauses).hasSize(2);
      assertThat(pauses.get(0)).isBetween(Duration.ZERO, Duration.ofMillis(500));
      assertThat(pauses.get(1)).isBetween(Duration.ZERO, Duration.ofSeconds(1));
    }
  }
}
