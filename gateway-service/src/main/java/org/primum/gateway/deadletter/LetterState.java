package org.primum.gateway.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a dead letter. */
enum LetterState {
  /** Nobody has dealt with it. */
  @JsonProperty("open")
  OPEN,
  /** It was sent again. */
  @JsonProperty("retried")
  RETRIED,
  /** Somebody decided, with a reason, that it is not needed. */
  @JsonProperty("discarded")
  DISCARDED;

  /** As in the API and in the table. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with that label. */
  static LetterState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
