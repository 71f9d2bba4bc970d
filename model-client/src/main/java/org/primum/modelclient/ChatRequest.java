package org.primum.modelclient;

import org.primum.protocol.Require;

/**
 * One question to a model.
 *
 * @param system the system message, or null for none
 * @param user the user message
 * @param temperature 0 to 2
 * @param topP above 0, at most 1
 * @param maxTokens most tokens of the reply
 */
public record ChatRequest(
    String system, String user, double temperature, double topP, int maxTokens) {

  public ChatRequest {
    Require.text(user, "user");
    Require.that(temperature >= 0 && temperature <= 2, "temperature must be between 0 and 2");
    Require.that(topP > 0 && topP <= 1, "topP must be above 0 and at most 1");
    Require.that(maxTokens > 0, "maxTokens must be positive");
  }
}
