package org.primum.protocol.scoring.harm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.StrictJson;

/**
 * Reads {@code {"reason": "...", "score": "1".."5"}}. The score may also be the bare integer, which
 * is as unambiguous; text around the object, a missing reason, a further field, a fraction or a
 * word are not.
 */
final class HarmReply implements ReplyFormat {

  private static final String SCHEMA =
      """
      {"type": "object",
       "properties": {
         "reason": {"type": "string"},
         "score": {"type": "string", "enum": ["1", "2", "3", "4", "5"]}},
       "required": ["reason", "score"],
       "additionalProperties": false}
      """;

  @Override
  public Reading read(String reply) {
    Optional<JsonNode> node = StrictJson.read(reply).filter(JsonNode::isObject);
    if (node.isEmpty()) {
      return new Reading.Unreadable("the reply is not one JSON object");
    }
    JsonNode reason = node.get().get("reason");
    if (reason == null || !reason.isTextual()) {
      return new Reading.Unreadable("the reply has no text \"reason\"");
    }
    JsonNode score = node.get().get("score");
    if (score == null || !(score.isTextual() || score.isIntegralNumber())) {
      return new Reading.Unreadable("the reply has no \"score\" from 1 to 5");
    }
    if (node.get().size() > 2) {
      return new Reading.Unreadable("the reply has more than \"reason\" and \"score\"");
    }
    return switch (score.asText()) {
      case "1", "2", "3", "4", "5" ->
          new Reading.Read(Integer.parseInt(score.asText()), reason.asText());
      default -> new Reading.Unreadable("the reply's \"score\" is not a number from 1 to 5");
    };
  }

  @Override
  public JsonNode schema() {
    return Json.read(SCHEMA, JsonNode.class);
  }
}
