package org.primum.gateway.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;
import org.primum.protocol.Json;

/**
 * A body as a person can read it: JSON with line breaks, anything else as it is. What looks like a
 * credential is masked; no message of Primum's own holds one, but anybody who reaches the broker
 * may have written this.
 *
 * @param text what to show
 * @param json whether the body is JSON
 * @param masked whether something was masked
 */
record ReadableBody(String text, boolean json, boolean masked) {

  static final String MASK = "[masked]";

  private static final Pattern SECRET_FIELD =
      Pattern.compile(
          "(?i).*(api[-_]?key|authori[sz]ation|password|passwd|secret|credential|access[-_]?token)");

  private static final Pattern SECRET_TEXT =
      Pattern.compile("(?i)\\bbearer\\s+[a-z0-9._~+/=-]{8,}|\\bsk-[a-z0-9_-]{8,}");

  private static final ObjectReader EXACT =
      Json.MAPPER
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  static ReadableBody of(String body) {
    try {
      JsonNode content = EXACT.readTree(body);
      if (content.isContainerNode()) {
        JsonNode shown = masked(content);
        return new ReadableBody(
            Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(shown),
            true,
            !shown.equals(content));
      }
    } catch (JsonProcessingException | StackOverflowError unreadable) {
      // Shown as the text it is.
    }
    String shown = masked(body);
    return new ReadableBody(shown, false, !shown.equals(body));
  }

  private static JsonNode masked(JsonNode content) {
    return switch (content) {
      case ObjectNode object -> {
        ObjectNode shown = Json.MAPPER.createObjectNode();
        object
            .properties()
            .forEach(
                field ->
                    shown.set(
                        field.getKey(),
                        field.getValue().isTextual()
                                && SECRET_FIELD.matcher(field.getKey()).matches()
                            ? TextNode.valueOf(MASK)
                            : masked(field.getValue())));
        yield shown;
      }
      case ArrayNode array -> {
        ArrayNode shown = Json.MAPPER.createArrayNode();
        array.forEach(element -> shown.add(masked(element)));
        yield shown;
      }
      case TextNode text -> TextNode.valueOf(masked(text.textValue()));
      default -> content;
    };
  }

  private static String masked(String text) {
    return SECRET_TEXT.matcher(text).replaceAll(MASK);
  }
}
