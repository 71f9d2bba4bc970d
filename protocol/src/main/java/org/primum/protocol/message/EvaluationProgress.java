package org.primum.protocol.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;

/**
 * How fast an evaluation goes, and what holds it up.
 *
 * @param itemsPerMinute how many items were finished a minute of late, or null while too few were
 * @param secondsLeft how long it will take from here on, or null while that cannot be said
 * @param secondsLeftLow the lower end of what that may be, with {@code secondsLeft}
 * @param secondsLeftHigh the upper end of what that may be, with {@code secondsLeft}
 * @param waitsFor what it waits for; null while it goes on, and when it has ended
 * @param reason one sentence for a person about that; null without it
 * @param waitingSince since when; null without it
 * @param givesUpAt when its open items fail if it still waits then; null when it waits on
 */
public record EvaluationProgress(
    Double itemsPerMinute,
    Long secondsLeft,
    Long secondsLeftLow,
    Long secondsLeftHigh,
    WaitsFor waitsFor,
    String reason,
    Instant waitingSince,
    Instant givesUpAt) {

  /** What can hold an evaluation up. */
  public enum WaitsFor {
    /** The model's endpoint is down or asks to be left alone. */
    @JsonProperty("endpoint")
    ENDPOINT,
    /** A judge's endpoint is down or asks to be left alone. */
    @JsonProperty("judge")
    JUDGE,
    /** The cost limit allows no further call. */
    @JsonProperty("budget")
    BUDGET,
    /** Other evaluations have the places, or no replica takes what is handed out. */
    @JsonProperty("queue")
    QUEUE;

    /** As in the API and in the database. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one with that label. */
    public static WaitsFor of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
