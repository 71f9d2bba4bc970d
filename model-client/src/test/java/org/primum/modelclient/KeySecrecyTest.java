package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.protocol.FailureKind;

/** The key goes to its endpoint and nowhere else, and comes back from there in no result. */
class KeySecrecyTest {

  private static final String KEY = Asking.KEY.reveal();

  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    asking.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void isNotCarriedToWhereAnEndpointRedirects(int status) {
    try (FaultyServer other = FaultyServer.that(Reaction.json(200, Replies.saying("No.")));
        FaultyServer server =
            FaultyServer.that(
                Reaction.json(status, "", "Location: " + other.baseUrl() + "/chat/completions"))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.REJECTED, 1))
          .startsWith("The endpoint redirects to another address (HTTP " + status + ")")
          .endsWith("Enter the final address as base URL.");
      assertThat(other.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 404, 429, 500})
  void isTakenOutOfAnErrorMessage(int status) {
    String error = Replies.error("Key \"" + KEY + "\" of " + KEY + " is wrong.", null);
    try (FaultyServer server = FaultyServer.that(Reaction.json(status, error))) {

      Outcome outcome = asking.ask(server);

      assertThat(((Outcome.Failed) outcome).failure().detail())
          .doesNotContain(KEY)
          .endsWith("\"Key \"[key removed]\" of [key removed] is wrong.\"");
    }
  }

  /** Where a long message is cut, the beginning of a key must not be left over. */
  @ParameterizedTest
  @MethodSource("paddings")
  void isTakenOutOfAMessageThatIsCut(int padding) {
    String error = Replies.error("x".repeat(padding) + KEY, null);
    try (FaultyServer server = FaultyServer.that(Reaction.json(400, error))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.failed(outcome, FailureKind.REJECTED, 1)).doesNotContain("sk-t");
    }
  }

  static IntStream paddings() {
    return IntStream.iterate(380, padding -> padding < 440, padding -> padding + 4);
  }

  @Test
  void isTakenOutOfAnswerFinishReasonAndModel() {
    String reply =
        """
        {"model": "m-%1$s",
         "choices": [{"finish_reason": "%1$s", "message": {"content": "You sent %1$s."}}]}
        """
            .formatted(KEY);
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, reply))) {

      Outcome outcome = asking.ask(server);

      Outcome.Replied replied = OutcomeAssert.replied(outcome);
      assertThat(replied.text()).isEqualTo("You sent [key removed].");
      assertThat(replied.finishReason()).isEqualTo("[key removed]");
      assertThat(replied.reportedModel()).isEqualTo("m-[key removed]");
    }
  }

  @Test
  void changesNoAnswerWhenTheKeyIsAnOrdinaryWord() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.saying("There is none.")))) {

      Outcome outcome = asking.ask(Asking.endpoint(server.baseUrl()), Secret.of("none"));

      assertThat(OutcomeAssert.replied(outcome).text()).isEqualTo("There is none.");
    }
  }
}
