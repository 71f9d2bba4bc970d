package org.primum.localstack.broker;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which broker a stack is to use. */
public enum BrokerChoice {
  /** The best there is. */
  AUTOMATIC,
  /** The one that runs already: the one the environment names, or RabbitMQ on its standard port. */
  RUNNING,
  /** {@code rabbitmq-server} from the path, in a data folder of the stack's own. */
  RABBITMQ_SERVER,
  /** The one inside a Java process of the stack's own. */
  EMBEDDED;

  /**
   * Reads it as the environment writes it.
   *
   * @param text null or blank for automatic
   * @throws IllegalArgumentException when there is no such choice
   */
  public static BrokerChoice of(String text) {
    if (text == null || text.isBlank()) {
      return AUTOMATIC;
    }
    return Arrays.stream(values())
        .filter(choice -> choice.label().equals(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "PRIMUM_BROKER is \"%s\", but may be one of %s."
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(BrokerChoice::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** As the environment writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
