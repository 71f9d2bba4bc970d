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
 * @param shape what the provider is to hold the reply to; null for free text
 */
public record ChatRequest(
    String system, String user, double temperature, double topP, int maxTokens, ReplyShape shape) {

  public ChatRequest {
    Require.text(user, "user");
    Require.that(temperature >= 0 && temperature <= 2, "temperature must be between 0 and 2");
    Require.that(topP > 0 && topP <= 1, "topP must be above 0 and at most 1");
    Require.that(maxTokens > 0, "maxTokens must be positive");
    shape = shape == null ? ReplyShape.TEXT : shape;
  }

  /** A question that is answered in free text. */
  public ChatRequest(String system, String user, double temperature, double topP, int maxTokens) {
    this(system, user, temperature, topP, maxTokens, ReplyShape.TEXT);
  }
}
