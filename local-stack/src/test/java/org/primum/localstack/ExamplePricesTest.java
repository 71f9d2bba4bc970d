package org.primum.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamplePricesTest {

  @Test
  void thereAreExamplesInACurrencyForTesting() {
    Map<String, String> prices = ExamplePrices.unlessOthersIn(Map.of());

    assertThat(prices).containsEntry("PRIMUM_PRICES_CURRENCY", "XTS");
  }

  @Test
  void whoNamesPricesHasTheirOwn() {
    StackSettings settings =
        StackSettings.of(
            Path.of("/project"),
            Map.of("PRIMUM_PRICES_CURRENCY", "EUR", "PRIMUM_ESTIMATE_ANSWER_TOKENS", "9"));

    assertThat(settings.serviceEnvironment())
        .containsEntry("PRIMUM_PRICES_CURRENCY", "EUR")
        .containsEntry("PRIMUM_ESTIMATE_ANSWER_TOKENS", "9");
    assertThat(ExamplePrices.unlessOthersIn(settings.serviceEnvironment())).isEmpty();
  }
}
