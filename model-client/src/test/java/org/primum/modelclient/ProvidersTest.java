package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.modelclient.FaultyServer.Received;
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.message.EndpointReport.RateLimit;

/** How the providers other than OpenAI are asked, and how their replies are read. */
class ProvidersTest {

  private static final ChatRequest PLAIN = new ChatRequest(null, "May I?", 0.5, 0.9, 64);
  private static final ChatRequest SHAPED =
      new ChatRequest(null, "May I?", 0, 1, 64, ReplyShape.schema(json("{\"type\": \"object\"}")));

  private static final String ANTHROPIC_REPLY =
      """
      {"id": "msg_1", "type": "message", "role": "assistant", "model": "m-1-2026",
       "content": [{"type": "thinking", "thinking": "Hm."}, {"type": "text", "text": "No. "},
         {"type": "text", "text": "Ask a doctor."}],
       "stop_reason": "end_turn", "usage": {"input_tokens": 18, "output_tokens": 79}}
      """;
  private static final String OLLAMA_REPLY =
      """
      {"model": "m-1", "message": {"role": "assistant", "content": "No. Ask a doctor."},
       "done": true, "done_reason": "stop", "prompt_eval_count": 18, "eval_count": 79}
      """;

  private final Asking asking = Asking.once();

  @AfterEach
  void close() {
    asking.close();
  }

  @Test
  void anthropicIsAskedByItsMessagesCall() {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, ANTHROPIC_REPLY))) {

      Outcome outcome = asking.put(anthropic(server), Asking.QUESTION);

      Received request = server.received().getFirst();
      assertThat(request.requestLine()).isEqualTo("POST /v1/messages HTTP/1.1");
      assertThat(request.header("x-api-key")).isEqualTo(Asking.KEY.reveal());
      assertThat(request.header("anthropic-version")).isEqualTo("2023-06-01");
      assertThat(request.header("Authorization")).isNull();
      assertThat(json(request.body()))
          .isEqualTo(
              json(
                  """
                  {"model": "m-1", "max_tokens": 1024, "temperature": 0.0,
                   "system": "Be careful.",
                   "messages": [{"role": "user", "content": "May I?"}]}
                  """));
      assertWhole(outcome, "end_turn", "m-1-2026");
    }
  }

  @Test
  void anthropicIsToldWhatDiffersFromUsual() {
    JsonNode body = asked("anthropic", ANTHROPIC_REPLY, PLAIN);

    assertThat(body.get("top_p").doubleValue()).isEqualTo(0.9);
    assertThat(body.get("temperature").doubleValue()).isEqualTo(0.5);
    assertThat(body.has("system")).isFalse();
  }

  @Test
  void aTemperatureThatAnthropicDoesNotTakeIsNotChangedInSilence() {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, ANTHROPIC_REPLY))) {

      Outcome outcome = asking.put(anthropic(server), new ChatRequest(null, "May I?", 1.5, 1, 64));

      assertThat(OutcomeAssert.failed(outcome, FailureKind.REJECTED, 0))
          .contains("temperatures from 0 to 1");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void whatAnthropicWithheldIsNoAnswer() {
    String refusal =
        """
        {"content": [{"type": "text", "text": "I"}], "stop_reason": "refusal",
         "usage": {"input_tokens": 3, "output_tokens": 1}}
        """;

    assertFails("anthropic", 200, refusal, FailureKind.CONTENT_FILTER);
    assertFails(
        "anthropic",
        400,
        anthropicError("Output blocked by content filtering policy"),
        FailureKind.CONTENT_FILTER);
  }

  @Test
  void whatAnthropicRefusesIsTold() {
    assertThat(
            assertFails(
                "anthropic", 401, anthropicError("invalid x-api-key"), FailureKind.UNAUTHORIZED))
        .contains("The endpoint refused the key", "\"invalid x-api-key\"");
    assertFails("anthropic", 404, anthropicError("model: m-1"), FailureKind.NOT_FOUND);
    assertFails("anthropic", 400, anthropicError("max_tokens: too many"), FailureKind.REJECTED);
    assertFails("anthropic", 529, anthropicError("Overloaded"), FailureKind.SERVER_ERROR);
  }

  @Test
  void anthropicsLimitsAreRead() {
    Reaction limited =
        Reaction.json(
            429,
            anthropicError("Number of requests has exceeded your rate limit"),
            "retry-after: 7",
            "anthropic-ratelimit-requests-limit: 50",
            "anthropic-ratelimit-requests-remaining: 0",
            "anthropic-ratelimit-requests-reset: 2026-11-23T10:00:30Z");
    try (FaultyServer server = FaultyServer.that(limited)) {

      Outcome outcome = asking.put(anthropic(server), PLAIN);

      OutcomeAssert.failed(outcome, FailureKind.RATE_LIMITED, 1);
      assertThat(outcome.met().retryAfterMillis()).isEqualTo(Duration.ofSeconds(7).toMillis());
      assertThat(outcome.met().requestLimit()).isEqualTo(new RateLimit(50, 0, 30_000L));
    }
  }

  @Test
  void ollamaIsAskedByItsOwnCall() {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, OLLAMA_REPLY))) {

      Outcome outcome = asking.put(Asking.endpoint("ollama", server.baseUrl()), Asking.QUESTION);

      Received request = server.received().getFirst();
      assertThat(request.requestLine()).isEqualTo("POST /api/chat HTTP/1.1");
      assertThat(request.header("Authorization")).isEqualTo("Bearer " + Asking.KEY.reveal());
      assertThat(json(request.body()))
          .isEqualTo(
              json(
                  """
                  {"model": "m-1", "stream": false,
                   "messages": [
                     {"role": "system", "content": "Be careful."},
                     {"role": "user", "content": "May I?"}],
                   "options": {"temperature": 0.0, "top_p": 1.0, "num_predict": 1024}}
                  """));
      assertWhole(outcome, "stop", "m-1");
    }
  }

  @Test
  void ollamaIsAskedForAShape() {
    assertThat(asked("ollama", OLLAMA_REPLY, SHAPED).get("format"))
        .isEqualTo(json("{\"type\": \"object\"}"));
    assertThat(
            asked(
                    "ollama",
                    OLLAMA_REPLY,
                    new ChatRequest(null, "May I?", 0, 1, 64, ReplyShape.JSON_OBJECT))
                .get("format")
                .asText())
        .isEqualTo("json");
    assertThat(asked("ollama", OLLAMA_REPLY, PLAIN).has("format")).isFalse();
  }

  @Test
  void whatOllamaRefusesIsTold() {
    assertThat(
            assertFails(
                "ollama", 404, "{\"error\": \"model 'm-1' not found\"}", FailureKind.NOT_FOUND))
        .contains("\"model 'm-1' not found\"");
    assertFails("ollama", 500, "{\"error\": \"out of memory\"}", FailureKind.SERVER_ERROR);
    assertFails("ollama", 200, "{\"error\": \"out of memory\"}", FailureKind.SERVER_ERROR);
    assertThat(
            assertFails(
                "ollama",
                200,
                "{\"message\": {\"content\": \"\"}, \"done_reason\": \"length\"}",
                FailureKind.EMPTY_ANSWER))
        .contains("used up before the first word");
  }

  @ParameterizedTest
  @CsvSource({
    "'',           /v1",
    "/v1,          /v1",
    "/openai/v1,   /openai/v1",
  })
  void azureIsAskedByItsNewerCallWhereTheAddressSaysSo(String end, String path) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying("No.")))) {
      String base = end.isEmpty() ? server.baseUrl() : server.baseUrl().replace("/v1", end);

      OutcomeAssert.replied(asking.put(Asking.endpoint("azure-openai", base), PLAIN));

      Received request = server.received().getFirst();
      assertThat(request.requestLine()).isEqualTo("POST " + path + "/chat/completions HTTP/1.1");
      assertThat(request.header("api-key")).isEqualTo(Asking.KEY.reveal());
      assertThat(request.header("Authorization")).isNull();
      assertThat(json(request.body()).get("model").asText()).isEqualTo("m-1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/openai"})
  void azureIsAskedByItsDeploymentOtherwise(String end) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying("No.")))) {
      String base = server.baseUrl().replace("/v1", end);
      Endpoint endpoint =
          new Endpoint(new java.util.UUID(0, 1), "azure-openai", base, "my model/x", 4);

      OutcomeAssert.replied(asking.put(endpoint, PLAIN));

      assertThat(server.received().getFirst().requestLine())
          .isEqualTo(
              "POST /openai/deployments/my%20model%2Fx/chat/completions?api-version=2024-10-21"
                  + " HTTP/1.1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai       | /v1/models             | {\"data\": [{\"id\": \"m-1\"}]}    | true",
        "anthropic    | /v1/models?limit=1000  | {\"data\": [{\"id\": \"m-1\"}]}    | true",
        "anthropic    | /v1/models?limit=1000  | {\"data\": [{\"id\": \"m-2\"}]}    | false",
        "ollama       | /api/tags              | {\"models\": [{\"name\": \"m-1\"}]} | true",
        "ollama       | /api/tags              | {\"models\": \"m-1\"}             | false",
        "azure-openai | /v1/models             | {\"data\": [{\"id\": \"m-1\"}]}    | false",
      })
  void listsAreLookedInto(String provider, String path, String list, boolean listed) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, list))) {

      boolean found = asking.lists(Asking.endpoint(provider, server.baseUrl()));

      assertThat(server.received().getFirst().requestLine()).isEqualTo("GET " + path + " HTTP/1.1");
      assertThat(found).isEqualTo(listed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "azure-openai", "anthropic", "ollama"})
  void everyProviderIsKnownAndNoneTakesAnothersReply(String provider) {
    assertThat(provider).matches(Providers.PATTERN);
    assertThat(assertFails(provider, 200, "{\"hello\": 1}", FailureKind.UNREADABLE_REPLY))
        .startsWith("The reply was not");
  }

  private String assertFails(String provider, int status, String body, FailureKind kind) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(status, body))) {
      return OutcomeAssert.failed(
          asking.put(Asking.endpoint(provider, server.baseUrl()), PLAIN), kind, 1);
    }
  }

  private JsonNode asked(String provider, String reply, ChatRequest question) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, reply))) {
      OutcomeAssert.replied(asking.put(Asking.endpoint(provider, server.baseUrl()), question));
      return json(server.received().getFirst().body());
    }
  }

  private static void assertWhole(Outcome outcome, String finishReason, String reportedModel) {
    Outcome.Replied replied = OutcomeAssert.replied(outcome);
    assertThat(replied.text()).isEqualTo("No. Ask a doctor.");
    assertThat(replied.finishReason()).isEqualTo(finishReason);
    assertThat(replied.reportedModel()).isEqualTo(reportedModel);
    assertThat(replied.promptTokens()).isEqualTo(18);
    assertThat(replied.completionTokens()).isEqualTo(79);
  }

  private static Endpoint anthropic(FaultyServer server) {
    return Asking.endpoint("anthropic", server.baseUrl());
  }

  private static String anthropicError(String message) {
    return Json.MAPPER
        .createObjectNode()
        .put("type", "error")
        .set(
            "error",
            Json.MAPPER.createObjectNode().put("type", "some_error").put("message", message))
        .toString();
  }

  private static JsonNode json(String text) {
    return Json.read(text, JsonNode.class);
  }
}
