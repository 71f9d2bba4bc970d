package org.primum.gateway.cost;

import java.math.BigDecimal;
import org.primum.protocol.message.EvaluationCost.Usage;

/**
 * What is expected of an endpoint: fractions of tokens, since lengths of answers are means.
 *
 * @param requests sent to it
 * @param promptTokens in them
 * @param completionTokens in its replies
 */
record Load(double requests, double promptTokens, double completionTokens) {

  static final Load NONE = new Load(0, 0, 0);

  Load plus(Load other) {
    return new Load(
        requests + other.requests,
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens);
  }

  Load times(double factor) {
    return new Load(requests * factor, promptTokens * factor, completionTokens * factor);
  }

  BigDecimal cost(Price price) {
    return price.of(promptTokens, completionTokens);
  }

  Usage usage() {
    return new Usage(Math.round(requests), Math.round(promptTokens), Math.round(completionTokens));
  }
}
