package org.primum.gateway.cost;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Require;

/** The prices that are known, all in one currency and of one day. Wrong ones stop the start. */
@ApplicationScoped
@Startup
public class Prices {

  private final LocalDate date;
  private final String currency;
  private final List<Price> models;

  Prices(PriceConfiguration configuration) {
    date = configuration.date().orElse(null);
    currency = configuration.currency().orElse(null);
    models =
        configuration.models().orElse(List.of()).stream()
            .map(
                entry ->
                    new Price(
                        entry.provider().orElse(null),
                        entry.modelName(),
                        entry.input(),
                        entry.output()))
            .toList();
    if (!models.isEmpty()) {
      Require.present(date, "primum.prices.date: prices need the day they are of;");
      Require.that(
          currency != null && currency.matches("[A-Z]{3}"),
          "primum.prices.currency must be three capital letters, such as USD");
    }
  }

  /** Whether no price is known at all. */
  boolean none() {
    return models.isEmpty();
  }

  /** The day they are of; null when there are none. */
  public LocalDate date() {
    return none() ? null : date;
  }

  /** Three letters; null when there are none. */
  public String currency() {
    return none() ? null : currency;
  }

  /** What that endpoint asks; empty when nobody wrote it down. */
  Optional<Price> of(Endpoint endpoint) {
    return models.stream().filter(price -> price.fits(endpoint)).findFirst();
  }
}
