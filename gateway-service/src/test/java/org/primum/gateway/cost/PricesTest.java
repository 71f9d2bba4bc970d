package org.primum.gateway.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Endpoint;

class PricesTest {

  private static final Prices PRICES =
      new Prices(
          new WrittenPrices(
              "2026-01-31",
              "EUR",
              List.of(
                  new WrittenPrices.Line("openai", "small-*", "1", "2"),
                  new WrittenPrices.Line(null, "small-*", "3", "4"),
                  new WrittenPrices.Line(null, "a.b", "5", "6"))));

  @Test
  void theFirstEntryThatFitsHolds() {
    BigDecimal atOpenAi = PRICES.of(endpoint("openai", "small-2")).orElseThrow().input();
    BigDecimal elsewhere = PRICES.of(endpoint("ollama", "small-2")).orElseThrow().input();

    assertThat(atOpenAi).isEqualByComparingTo("1");
    assertThat(elsewhere).isEqualByComparingTo("3");
  }

  @Test
  void aNameIsNoExpression() {
    assertThat(PRICES.of(endpoint("openai", "a.b"))).isPresent();
    assertThat(PRICES.of(endpoint("openai", "axb"))).isEmpty();
  }

  @Test
  void aPriceIsForAMillionTokens() {
    BigDecimal cost = PRICES.of(endpoint("openai", "small-1")).orElseThrow().of(1_500_000, 250_000);

    assertThat(cost).isEqualByComparingTo("2");
  }

  @Test
  void withoutEntriesNothingIsKnown() {
    Prices none = new Prices(new WrittenPrices(null, null, List.of()));

    assertThat(none.none()).isTrue();
    assertThat(none.of(endpoint("openai", "small-1"))).isEmpty();
  }

  @Test
  void pricesNeedTheirDayAndCurrency() {
    List<WrittenPrices.Line> lines = List.of(new WrittenPrices.Line(null, "*", "1", "1"));

    assertThatThrownBy(() -> new Prices(new WrittenPrices(null, "EUR", lines)))
        .hasMessageContaining("primum.prices.date");
    assertThatThrownBy(() -> new Prices(new WrittenPrices("2026-01-31", "euro", lines)))
        .hasMessageContaining("primum.prices.currency");
    assertThatThrownBy(
            () ->
                new Prices(
                    new WrittenPrices(
                        "2026-01-31",
                        "EUR",
                        List.of(new WrittenPrices.Line(null, "*", "-1", "1")))))
        .hasMessageContaining("negative");
  }

  private static Endpoint endpoint(String provider, String modelName) {
    return new Endpoint(new UUID(0, 1), provider, "https://model.example", modelName, 4);
  }
}
