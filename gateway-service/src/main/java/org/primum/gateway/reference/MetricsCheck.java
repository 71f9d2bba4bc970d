package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the metrics that a run recorded against the same metrics computed from its records. What a
 * board shows has to follow from the records, so one number that does not is enough to refuse.
 */
final class MetricsCheck {

  /** Sums of the same numbers in another order differ from about the sixteenth digit on. */
  private static final double TOLERANCE = 1e-12;

  private final List<String> differences = new ArrayList<>();

  private MetricsCheck() {}

  /** What differs, one sentence each; nothing when the metrics follow from the records. */
  static List<String> differences(ObjectNode recorded, ObjectNode computed) {
    MetricsCheck check = new MetricsCheck();
    computed.properties().stream()
        .filter(field -> !ReferenceMetrics.OURS.contains(field.getKey()))
        .forEach(
            field -> check.compare(field.getKey(), recorded.get(field.getKey()), field.getValue()));
    return check.differences;
  }

  private void compare(String path, JsonNode recorded, JsonNode computed) {
    if (recorded == null) {
      if (!words(computed)) {
        differences.add(path + " is missing");
      }
    } else if (computed instanceof ObjectNode fields) {
      fields
          .properties()
          .forEach(
              field ->
                  compare(
                      path + "." + field.getKey(), recorded.get(field.getKey()), field.getValue()));
      surplus(path, recorded, fields);
    } else if (computed.isNull()) {
      // The reference code writes 0.0 for a rate over nothing.
      if (!recorded.isNull() && !(recorded.isNumber() && recorded.doubleValue() == 0)) {
        differences.add("%s is %s over nothing".formatted(path, Fields.shown(recorded)));
      }
    } else if (computed.isNumber()) {
      number(path, recorded, computed);
    }
  }

  private void number(String path, JsonNode recorded, JsonNode computed) {
    double difference = Math.abs(recorded.doubleValue() - computed.doubleValue());
    if (!recorded.isNumber() || !(difference <= TOLERANCE)) {
      differences.add(
          "%s is recorded as %s, and its records give %s"
              .formatted(path, Fields.shown(recorded), computed));
    }
  }

  /** A category or a count that no record speaks of. */
  private void surplus(String path, JsonNode recorded, ObjectNode computed) {
    if (path.equals("category_metrics") || path.endsWith("by_split") || path.endsWith("counts")) {
      recorded
          .fieldNames()
          .forEachRemaining(
              field -> {
                if (!computed.has(field)) {
                  differences.add("%s.%s has no records".formatted(path, field));
                }
              });
    }
  }

  /** Names and descriptions may be in other words, and need not be there. */
  private static boolean words(JsonNode node) {
    return node.isTextual() || node.isArray() || (node.isObject() && allWords(node));
  }

  private static boolean allWords(JsonNode node) {
    for (JsonNode field : node) {
      if (!words(field)) {
        return false;
      }
    }
    return true;
  }

  /** Our numbers over the recorded ones; names, descriptions and further fields as they came. */
  static ObjectNode merged(ObjectNode recorded, ObjectNode computed) {
    ReferenceMetrics.OURS.forEach(recorded::remove);
    overlay(recorded, computed);
    return recorded;
  }

  private static void overlay(ObjectNode recorded, ObjectNode computed) {
    computed
        .properties()
        .forEach(
            field -> {
              JsonNode there = recorded.get(field.getKey());
              if (there instanceof ObjectNode inside
                  && field.getValue() instanceof ObjectNode ours) {
                overlay(inside, ours);
              } else if (there == null || field.getValue().isNumber()) {
                recorded.set(field.getKey(), field.getValue());
              }
            });
  }
}
