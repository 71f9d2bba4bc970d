package org.primum.gateway.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a notification. */
enum DeliveryState {
  /** It is to be sent, for the first time or once more. */
  @JsonProperty("waiting")
  WAITING,
  /** The receiver has taken it. */
  @JsonProperty("delivered")
  DELIVERED,
  /** It is not sent any more. */
  @JsonProperty("given-up")
  GIVEN_UP;

  /** As in the API and in the table. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static DeliveryState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
