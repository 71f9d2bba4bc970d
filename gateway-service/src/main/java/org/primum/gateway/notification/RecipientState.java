package org.primum.gateway.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether anything is sent to a recipient. */
enum RecipientState {
  /** Nobody has shown that the address is theirs: it gets a code and no more. */
  @JsonProperty("unconfirmed")
  UNCONFIRMED,
  @JsonProperty("on")
  ON,
  /** Its owner switched it off. */
  @JsonProperty("off")
  OFF,
  /** Nothing got through for so long that it was switched off. */
  @JsonProperty("given-up")
  GIVEN_UP;

  /** As in the API and in the table. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RecipientState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
