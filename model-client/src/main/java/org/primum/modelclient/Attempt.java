package org.primum.modelclient;

import java.time.Duration;
import org.primum.protocol.FailureKind;

/** What one request came to, before anybody thinks of retrying. */
sealed interface Attempt {

  /** The reply held the model's words; see {@link Outcome.Replied}. */
  record Success(
      String text,
      String finishReason,
      Integer promptTokens,
      Integer completionTokens,
      String reportedModel)
      implements Attempt {}

  /**
   * The request led to nothing.
   *
   * @param kind the reason
   * @param detail the reason for a person; may repeat the key, and is cut only once that is out
   * @param retryable whether the same request may succeed later
   * @param retryAfter how long the endpoint asks to wait, or null when it does not say
   */
  record Trouble(FailureKind kind, String detail, boolean retryable, Duration retryAfter)
      implements Attempt {

    static Trouble lasting(FailureKind kind, String detail) {
      return new Trouble(kind, detail, false, null);
    }

    static Trouble passing(FailureKind kind, String detail) {
      return new Trouble(kind, detail, true, null);
    }
  }
}
