package org.primum.modelclient;

import java.time.Duration;
import org.primum.protocol.FailureKind;

/** What one request came to, before anybody thinks of retrying. */
sealed interface Attempt {

  /** The tokens it took, as the endpoint counted them. */
  Usage usage();

  /** The reply held the model's words; see {@link Outcome.Replied}. */
  record Success(String text, String finishReason, String reportedModel, Usage usage)
      implements Attempt {}

  /**
   * The request led to nothing.
   *
   * @param kind the reason
   * @param detail the reason for a person; may repeat the key, and is cut only once that is out
   * @param retryable whether the same request may succeed later
   * @param retryAfter how long the endpoint asks to wait, or null when it does not say
   * @param usage the tokens of a reply that came and could not be used
   */
  record Trouble(
      FailureKind kind, String detail, boolean retryable, Duration retryAfter, Usage usage)
      implements Attempt {

    static Trouble lasting(FailureKind kind, String detail) {
      return new Trouble(kind, detail, false, null, Usage.UNTOLD);
    }

    static Trouble passing(FailureKind kind, String detail) {
      return new Trouble(kind, detail, true, null, Usage.UNTOLD);
    }

    Trouble after(Duration wait) {
      return new Trouble(kind, detail, retryable, wait, usage);
    }

    Trouble having(Usage used) {
      return new Trouble(kind, detail, retryable, retryAfter, used);
    }

    /**
     * The kind when it says something of the endpoint, null when it says something of the request
     * or of how the endpoint was entered.
     */
    FailureKind ofEndpoint() {
      return switch (kind) {
        case RATE_LIMITED, SERVER_ERROR, TIMED_OUT, UNREACHABLE -> kind;
        case UNREADABLE_REPLY -> retryable ? kind : null;
        default -> null;
      };
    }
  }
}
