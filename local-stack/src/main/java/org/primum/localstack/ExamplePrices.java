package org.primum.localstack;

import java.util.Map;

/**
 * Example prices for the simulated models and judge, so that one sees costs, estimates and limits
 * work. They are made up, and so is the currency: XTS is the code for testing. How long simulated
 * answers and replies are stands beside them.
 */
final class ExamplePrices {

  /** How the variables begin that name prices. */
  static final String PRICES = "PRIMUM_PRICES_";

  /** How the variables begin that name expected lengths. */
  static final String ESTIMATES = "PRIMUM_ESTIMATE_";

  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("PRIMUM_PRICES_DATE", "2026-01-01"),
          Map.entry("PRIMUM_PRICES_CURRENCY", "XTS"),
          Map.entry("PRIMUM_PRICES_MODELS_0__MODEL_NAME", "simulated-judge"),
          Map.entry("PRIMUM_PRICES_MODELS_0__INPUT", "0.50"),
          Map.entry("PRIMUM_PRICES_MODELS_0__OUTPUT", "2.00"),
          Map.entry("PRIMUM_PRICES_MODELS_1__MODEL_NAME", "simulated-*"),
          Map.entry("PRIMUM_PRICES_MODELS_1__INPUT", "1.00"),
          Map.entry("PRIMUM_PRICES_MODELS_1__OUTPUT", "4.00"),
          Map.entry("PRIMUM_ESTIMATE_ANSWER_TOKENS", "60"),
          Map.entry("PRIMUM_ESTIMATE_REASONED_REPLY_TOKENS", "50"),
          Map.entry("PRIMUM_ESTIMATE_SHORT_REPLY_TOKENS", "1"),
          Map.entry("PRIMUM_ESTIMATE_LABELLED_REPLY_FACTOR", "3"));

  private ExamplePrices() {}

  /** The examples; none when there are prices in the environment already. */
  static Map<String, String> unlessOthersIn(Map<String, String> environment) {
    return environment.keySet().stream().anyMatch(name -> name.startsWith(PRICES))
        ? Map.of()
        : EXAMPLES;
  }
}
