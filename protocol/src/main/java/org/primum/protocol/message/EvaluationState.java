package org.primum.protocol.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The life of an evaluation. */
public enum EvaluationState {
  /** Registered; nothing handed out yet. */
  @JsonProperty("queued")
  QUEUED,
  /** Prompts are being asked. */
  @JsonProperty("running")
  RUNNING,
  /** Every prompt has an outcome; verdicts are awaited. */
  @JsonProperty("judging")
  JUDGING,
  /** Every item is scored or failed with its reason. */
  @JsonProperty("complete")
  COMPLETE,
  /** It could not be run at all. */
  @JsonProperty("failed")
  FAILED,
  /** Stopped by its owner or an administrator. */
  @JsonProperty("cancelled")
  CANCELLED;

  /** Whether nothing can change any more. */
  public boolean finished() {
    return this == COMPLETE || this == FAILED || this == CANCELLED;
  }

  /** As in the API and in the messages. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The state with that label. */
  public static EvaluationState of(String label) {
    return valueOf(label.toUpperCase(java.util.Locale.ROOT));
  }
}
