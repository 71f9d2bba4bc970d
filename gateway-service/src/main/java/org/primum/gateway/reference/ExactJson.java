package org.primum.gateway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON objects read so that writing them again gives every number as it came: 5.0 stays 5.0. */
public final class ExactJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

  private ExactJson() {}

  /**
   * Reads one object.
   *
   * @throws IllegalArgumentException with a sentence on what is wrong with the text
   */
  public static ObjectNode object(String text) {
    JsonNode node;
    try {
      node = READER.readValue(text);
    } catch (JsonProcessingException malformed) {
      String reason = malformed.getOriginalMessage();
      throw new IllegalArgumentException(
          reason.startsWith("Duplicate field")
              ? "a field is there twice"
              : "it is not JSON; it may be cut off",
          malformed);
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("it is not a JSON object");
  }

  /** An empty object. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** On one line. */
  public static String line(JsonNode node) {
    return write(node, false);
  }

  /** Indented, for a file that people open. */
  public static String file(JsonNode node) {
    return write(node, true);
  }

  private static String write(JsonNode node, boolean indented) {
    try {
      return indented
          ? MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node)
          : MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("a JSON tree can always be written", unwritable);
    }
  }
}
