package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.primum.modelclient.FaultyServer.Reaction;
import org.primum.protocol.Json;

/** What a provider is asked to hold a reply to. */
class ReplyShapeTest {

  private static final JsonNode SCHEMA =
      json("{\"type\": \"object\", \"required\": [\"score\"], \"additionalProperties\": false}");

  private final Asking asking = new Asking();

  @AfterEach
  void close() {
    asking.close();
  }

  @Test
  void freeTextIsNotSpokenOf() {
    JsonNode body = asked(ReplyShape.TEXT);

    assertThat(body.has("response_format")).isFalse();
  }

  @Test
  void jsonModeAsksForAnObject() {
    JsonNode body = asked(ReplyShape.JSON_OBJECT);

    assertThat(body.get("response_format")).isEqualTo(json("{\"type\": \"json_object\"}"));
  }

  @Test
  void structuredOutputsAskForTheSchemaStrictly() {
    JsonNode body = asked(ReplyShape.schema(SCHEMA));

    assertThat(body.get("response_format"))
        .isEqualTo(
            json(
                """
                {"type": "json_schema",
                 "json_schema": {
                   "name": "reply",
                   "strict": true,
                   "schema": {
                     "type": "object", "required": ["score"], "additionalProperties": false}}}
                """));
  }

  @Test
  void aQuestionWithoutAShapeIsAnsweredInFreeText() {
    ChatRequest request = new ChatRequest(null, "May I?", 0, 1, 16);

    assertThat(request.shape()).isEqualTo(ReplyShape.TEXT);
    assertThat(new ChatRequest(null, "May I?", 0, 1, 16, null)).isEqualTo(request);
  }

  @Test
  void aSchemaGoesWithItsKindAndWithNoOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplyShape(ReplyShape.Kind.JSON_SCHEMA, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplyShape(ReplyShape.Kind.JSON_OBJECT, SCHEMA));
    assertThatIllegalArgumentException().isThrownBy(() -> new ReplyShape(null, null));
  }

  private JsonNode asked(ReplyShape shape) {
    try (FaultyServer server = FaultyServer.that(Reaction.json(200, Replies.saying("1")))) {
      OutcomeAssert.replied(
          asking.ask(server, new ChatRequest("Judge.", "It is.", 0, 1, 16, shape)));
      return json(server.received().getFirst().body());
    }
  }

  private static JsonNode json(String text) {
    return Json.read(text, JsonNode.class);
  }
}
