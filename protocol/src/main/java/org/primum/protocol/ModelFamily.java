package org.primum.protocol;

import java.util.List;
import java.util.Locale;

/**
 * The family a model belongs to, so that a judge of the model's own family can be shown as such. A
 * judge may prefer answers that sound like its own.
 */
public final class ModelFamily {

  private static final List<String> KNOWN =
      List.of(
          "gpt",
          "claude",
          "gemini",
          "gemma",
          "llama",
          "mistral",
          "mixtral",
          "qwen",
          "deepseek",
          "phi",
          "command",
          "grok",
          "meditron",
          "biomistral");

  private ModelFamily() {}

  /**
   * The family that was named, else the one its model name gives away, else null.
   *
   * @param named what somebody entered, or null
   * @param modelName as the endpoint knows the model
   */
  public static String of(String named, String modelName) {
    if (named != null && !named.isBlank()) {
      return named.strip().toLowerCase(Locale.ROOT);
    }
    String plain = modelName.toLowerCase(Locale.ROOT);
    if (plain.matches("(?:.*/)?o[134](?:-.*)?")) {
      return "gpt";
    }
    return KNOWN.stream()
        .filter(family -> plain.matches("(?:.*[^a-z])?" + family + "(?:[^a-z].*)?"))
        .findFirst()
        .orElse(null);
  }

  /** Whether both are known and the same. */
  public static boolean shared(String first, String second) {
    return first != null && first.equalsIgnoreCase(second);
  }
}
