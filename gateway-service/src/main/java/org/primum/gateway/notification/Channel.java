package org.primum.gateway.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How somebody is told. */
enum Channel {
  /** By a message to an e-mail address. */
  @JsonProperty("email")
  EMAIL,
  /** By a signed request to an address on the web. */
  @JsonProperty("webhook")
  WEBHOOK;

  /** As in the API and in the table. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Channel of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
