package org.primum.gateway.cost;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What endpoints ask for tokens. None is known by itself: whoever runs Primum writes them down. */
@ConfigMapping(prefix = "primum.prices")
public interface PriceConfiguration {

  /** The day they were looked up. */
  Optional<LocalDate> date();

  /** Three letters, such as {@code USD}. */
  Optional<String> currency();

  /** The first entry that fits an endpoint holds. */
  Optional<List<Entry>> models();

  /** What some models cost. */
  interface Entry {

    /** The provider's protocol, such as {@code openai}; any when left out. */
    Optional<String> provider();

    /** The name the endpoint knows the model by; {@code *} stands for any characters. */
    String modelName();

    /** For a million tokens that are sent. */
    BigDecimal input();

    /** For a million tokens that come back. */
    BigDecimal output();
  }
}
