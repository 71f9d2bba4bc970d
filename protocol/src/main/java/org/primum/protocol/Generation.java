package org.primum.protocol;

/**
 * How the model under test is asked. Part of what makes two results comparable.
 *
 * @param systemPrompt null when the model is asked without one
 * @param temperature 0 to 2
 * @param topP above 0, at most 1
 * @param maxTokens most tokens of an answer
 */
public record Generation(String systemPrompt, double temperature, double topP, int maxTokens) {

  /** As the published protocol asks: no system prompt, greedy, 1,024 tokens. */
  public static final Generation PUBLISHED = new Generation(null, 0, 1, 1024);

  public Generation {
    Require.that(temperature >= 0 && temperature <= 2, "temperature must be between 0 and 2");
    Require.that(topP > 0 && topP <= 1, "topP must be above 0 and at most 1");
    Require.that(maxTokens > 0, "maxTokens must be positive");
  }
}
