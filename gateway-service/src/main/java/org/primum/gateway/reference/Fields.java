package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads fields of a stranger's JSON; what is wrong becomes a sentence that names the field. */
final class Fields {

  /** Longest name or id taken, in characters. */
  private static final int MAX_NAME = 200;

  private Fields() {}

  /** The field's value; null when it is absent or null. */
  static JsonNode optional(JsonNode object, String field) {
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? null : value;
  }

  static JsonNode object(JsonNode parent, String field) {
    JsonNode value = optional(parent, field);
    if (value == null || !value.isObject()) {
      throw new IllegalArgumentException(field + " is missing or is not an object");
    }
    return value;
  }

  /** Text that may be blank, but not missing. */
  static String text(JsonNode object, String field) {
    JsonNode value = optional(object, field);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException(field + " is missing or is not text");
    }
    return value.textValue();
  }

  /** Text, or null when it is absent or null. */
  static String optionalText(JsonNode object, String field) {
    return optional(object, field) == null ? null : text(object, field);
  }

  /** A name or an id: one line that is not blank and not long. */
  static String name(JsonNode object, String field) {
    String value = text(object, field);
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " is empty");
    }
    if (value.length() > MAX_NAME || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s is longer than %d characters or holds control characters".formatted(field, MAX_NAME));
    }
    return value;
  }

  /** A whole number from 0 to that limit. */
  static int count(JsonNode object, String field, int limit) {
    JsonNode value = optional(object, field);
    // Asked in this order, a number of a billion digits is never computed.
    if (value == null
        || !value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < 0
        || value.intValue() > limit) {
      throw new IllegalArgumentException(
          "%s is missing or is not a whole number from 0 to %,d".formatted(field, limit));
    }
    return value.intValue();
  }

  /** A number within bounds. */
  static double number(JsonNode object, String field, double lowest, double highest) {
    JsonNode value = optional(object, field);
    if (value == null
        || !value.isNumber()
        || !(value.doubleValue() >= lowest && value.doubleValue() <= highest)) {
      throw new IllegalArgumentException(
          "%s is %s, not a number from %s to %s"
              .formatted(field, shown(object.get(field)), plain(lowest), plain(highest)));
    }
    return value.doubleValue();
  }

  /** A stranger's value in a sentence: short, and on one line. */
  static String shown(JsonNode value) {
    String text = value == null ? "missing" : value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
