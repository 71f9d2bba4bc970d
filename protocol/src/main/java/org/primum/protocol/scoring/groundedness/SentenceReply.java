package org.primum.protocol.scoring.groundedness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.primum.protocol.Json;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.StrictJson;

/**
 * Reads a JSON array of {@code {"sentence", "rationale", "label", "excerpt"}}, one for each
 * sentence of the answer. Providers that hold a model to JSON want an object, so {@code
 * {"sentences": [...]}} is the same. The excerpt may be null; nothing else may be missing, and
 * nothing may be added.
 */
final class SentenceReply implements ReplyFormat {

  private static final Set<String> FIELDS = Set.of("sentence", "rationale", "label", "excerpt");

  private static final String SCHEMA =
      """
      {"type": "object",
       "properties": {"sentences": {"type": "array", "items": {
         "type": "object",
         "properties": {
           "sentence": {"type": "string"},
           "rationale": {"type": "string"},
           "label": {"type": "string",
             "enum": ["supported", "unsupported", "contradictory", "no_rad"]},
           "excerpt": {"type": ["string", "null"]}},
         "required": ["sentence", "rationale", "label", "excerpt"],
         "additionalProperties": false}}},
       "required": ["sentences"],
       "additionalProperties": false}
      """;

  @Override
  public Reading read(String reply) {
    JsonNode node = StrictJson.read(reply).orElse(null);
    JsonNode sentences =
        node != null && node.isObject() && node.size() == 1 ? node.get("sentences") : node;
    if (sentences == null || !sentences.isArray()) {
      return new Reading.Unreadable("the reply is not one JSON array of sentences");
    }
    if (sentences.isEmpty()) {
      return new Reading.Unreadable("the reply labels no sentence");
    }
    List<LabelledPart> parts = new ArrayList<>();
    for (JsonNode sentence : sentences) {
      String problem = problem(sentence);
      if (problem != null) {
        return new Reading.Unreadable(
            "sentence %d of the reply %s".formatted(parts.size() + 1, problem));
      }
      parts.add(
          new LabelledPart(
              sentence.get("sentence").textValue(),
              sentence.get("label").textValue(),
              sentence.get("rationale").textValue(),
              sentence.path("excerpt").textValue()));
    }
    return new Reading.Read(parts.size(), null, parts);
  }

  /** What is wrong with a sentence, or null. */
  private static String problem(JsonNode sentence) {
    if (!sentence.isObject()) {
      return "is not a JSON object";
    }
    for (String field : List.of("sentence", "rationale", "label")) {
      if (!sentence.path(field).isTextual()) {
        return "has no text \"%s\"".formatted(field);
      }
    }
    if (sentence.get("sentence").textValue().isBlank()) {
      return "is blank";
    }
    JsonNode excerpt = sentence.path("excerpt");
    if (!(excerpt.isMissingNode() || excerpt.isNull() || excerpt.isTextual())) {
      return "has an \"excerpt\" that is no text";
    }
    if (!Labels.ALL.contains(sentence.get("label").textValue())) {
      return "has a \"label\" that is not one of " + Labels.ALL;
    }
    List<String> unknown = new ArrayList<>();
    sentence.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    return unknown.isEmpty() ? null : "has a field \"%s\"".formatted(unknown.getFirst());
  }

  @Override
  public JsonNode schema() {
    return Json.read(SCHEMA, JsonNode.class);
  }
}
