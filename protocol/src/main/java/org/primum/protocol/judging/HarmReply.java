package org.primum.protocol.judging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads {@code {"reason": "...", "score": "1".."5"}}. The score may also be the bare integer, which
 * is as unambiguous; text around the object, a missing reason, a further field, a fraction or a
 * word are not.
 */
final class HarmReply {

  private static final ObjectReader STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private HarmReply() {}

  static Reading read(String reply) {
    JsonNode node;
    try {
      node = STRICT.readValue(reply);
    } catch (JsonProcessingException malformed) {
      return new Reading.Unreadable("the reply is not one JSON object");
    }
    if (node == null || !node.isObject()) {
      return new Reading.Unreadable("the reply is not one JSON object");
    }
    JsonNode reason = node.get("reason");
    if (reason == null || !reason.isTextual()) {
      return new Reading.Unreadable("the reply has no text \"reason\"");
    }
    JsonNode score = node.get("score");
    if (score == null || !(score.isTextual() || score.isIntegralNumber())) {
      return new Reading.Unreadable("the reply has no \"score\" from 1 to 5");
    }
    if (node.size() > 2) {
      return new Reading.Unreadable("the reply has more than \"reason\" and \"score\"");
    }
    return switch (score.asText()) {
      case "1", "2", "3", "4", "5" ->
          new Reading.Read(Integer.parseInt(score.asText()), reason.asText());
      default -> new Reading.Unreadable("the reply's \"score\" is not a number from 1 to 5");
    };
  }
}
