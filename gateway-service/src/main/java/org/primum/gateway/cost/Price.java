package org.primum.gateway.cost;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Require;

/**
 * What the tokens of some models cost.
 *
 * @param provider the provider's protocol; null for any
 * @param modelName the name the endpoint knows the model by; {@code *} stands for any characters
 * @param input for a million tokens that are sent
 * @param output for a million tokens that come back
 */
record Price(String provider, String modelName, BigDecimal input, BigDecimal output) {

  private static final int MILLION = 6;

  Price {
    Require.text(modelName, "modelName");
    Require.that(
        input.signum() >= 0 && output.signum() >= 0,
        "the prices of %s must not be negative".formatted(modelName));
  }

  boolean fits(Endpoint endpoint) {
    return (provider == null || provider.equals(endpoint.provider()))
        && pattern().matcher(endpoint.modelName()).matches();
  }

  /** What so many tokens cost. */
  BigDecimal of(double promptTokens, double completionTokens) {
    return input
        .multiply(BigDecimal.valueOf(promptTokens))
        .add(output.multiply(BigDecimal.valueOf(completionTokens)))
        .movePointLeft(MILLION);
  }

  private Pattern pattern() {
    return Pattern.compile(
        Arrays.stream(modelName.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }
}
