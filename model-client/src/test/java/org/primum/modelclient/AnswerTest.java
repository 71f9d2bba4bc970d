package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.modelclient.FaultyServer.Received;
import org.primum.protocol.Json;

/** What is asked, and what comes of a good reply. */
class AnswerTest {

  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    asking.close();
  }

  @Test
  void keepsEverythingTheEndpointTells() {
    try (FaultyServer server =
        FaultyServer.that(Reaction.json(200, Replies.saying("No.\nAsk a doctor. ä€😀")))) {

      Outcome outcome = asking.ask(server);

      Outcome.Replied replied = OutcomeAssert.replied(outcome);
      assertThat(replied.text()).isEqualTo("No.\nAsk a doctor. ä€😀");
      assertThat(replied.finishReason()).isEqualTo("stop");
      assertThat(replied.promptTokens()).isEqualTo(18);
      assertThat(replied.completionTokens()).isEqualTo(79);
      assertThat(replied.reportedModel()).isEqualTo("m-1-2026");
      assertThat(replied.latencyMillis()).isNotNegative();
      assertThat(replied.requests()).isEqualTo(1);
      assertThat(asking.pauses()).isEmpty();
    }
  }

  @Test
  void asksAsTheProtocolSays() {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying("No.")))) {

      OutcomeAssert.replied(asking.ask(server));

      Received request = server.received().getFirst();
      assertThat(request.requestLine()).isEqualTo("POST /v1/chat/completions HTTP/1.1");
      assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test-0123456789abcdef");
      assertThat(request.header("Content-Type")).isEqualTo("application/json");
      assertThat(request.header("Accept-Encoding")).isNull();
      assertThat(Json.read(request.body(), JsonNode.class))
          .isEqualTo(
              Json.read(
                  """
                  {"model": "m-1",
                   "messages": [
                     {"role": "system", "content": "Be careful."},
                     {"role": "user", "content": "May I?"}],
                   "temperature": 0.0, "top_p": 1.0, "max_tokens": 1024}
                  """,
                  JsonNode.class));
    }
  }

  @Test
  void sendsNoKeyWhereThereIsNone() {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying("No.")))) {

      OutcomeAssert.replied(asking.ask(Asking.endpoint(server.baseUrl()), null));

      assertThat(server.received().getFirst().header("Authorization")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "//", " "})
  void findsThePathWhateverTheBaseUrlEndsWith(String end) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying("No.")))) {

      OutcomeAssert.replied(asking.ask(Asking.endpoint(server.baseUrl() + end), Asking.KEY));

      assertThat(server.received().getFirst().requestLine())
          .isEqualTo("POST /v1/chat/completions HTTP/1.1");
    }
  }

  @Test
  void takesTheModelsRefusalFromAFieldOfItsOwn() {
    String refusal =
        """
        {"choices": [{"message": {"content": null, "refusal": "I cannot help with that."}}]}
        """;
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, refusal))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.replied(outcome).text()).isEqualTo("I cannot help with that.");
    }
  }

  @Test
  void doesWithoutWhatTheEndpointDoesNotTell() {
    String sparse =
        """
        {"choices": [{"message": {"content": "No."}}], "usage": {"prompt_tokens": -1}}
        """;
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, sparse))) {

      Outcome outcome = asking.ask(server);

      Outcome.Replied replied = OutcomeAssert.replied(outcome);
      assertThat(replied.finishReason()).isNull();
      assertThat(replied.promptTokens()).isNull();
      assertThat(replied.completionTokens()).isNull();
      assertThat(replied.reportedModel()).isNull();
    }
  }

  @Test
  void replacesWhatNoDatabaseTakes() {
    String nasty =
        """
        {"choices": [{"message": {"content": "a\\u0000b\\ud83dc\\ude00d\\ud83d\\ude00"}}]}
        """;
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, nasty))) {

      Outcome outcome = asking.ask(server);

      assertThat(OutcomeAssert.replied(outcome).text())
          .isEqualTo("a\ufffdb\ufffdc\ufffdd\ud83d\ude00");
    }
  }
}
