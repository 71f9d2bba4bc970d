package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.primum.protocol.FailureKind;

/**
 * Whether what failed is tried again. Trouble of an endpoint is not held against an item: a limit
 * of the rate never counts, and while an endpoint is down nothing counts. A failure counts when the
 * endpoint has answered something else since the item first failed, or when so few items are left
 * that nothing else can show whether it is well.
 */
final class Retries {

  /** Requests an item may cost that fail while its endpoint is well. */
  static final int MOST_FAILURES = 5;

  /** With so few items left, they alone say whether the endpoint is well. */
  static final int FEW = 4;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private Retries() {}

  /**
   * What became of an item.
   *
   * @param givenUp whether it has failed for good
   * @param failures how many failures count
   * @param firstFailureAt when it failed first
   * @param notBefore when it may be handed out again
   */
  record Decision(boolean givenUp, int failures, Instant firstFailureAt, Instant notBefore) {}

  /**
   * Decides.
   *
   * @param kind what it failed of
   * @param failures how many counted so far
   * @param firstFailureAt when it failed first, or null
   * @param pace the endpoint's, after this failure
   * @param open how many items are still to be asked or judged; anything above {@value #FEW} is the
   *     same
   */
  static Decision decide(
      FailureKind kind, int failures, Instant firstFailureAt, Pace pace, long open, Instant now) {
    Instant first = firstFailureAt == null ? now : firstFailureAt;
    if (kind == FailureKind.RATE_LIMITED) {
      return new Decision(false, failures, firstFailureAt, now);
    }
    boolean wellSince = pace.answeredAt() != null && pace.answeredAt().isAfter(first);
    boolean counts = !pace.down() || wellSince || open <= FEW;
    int counted = counts ? failures + 1 : failures;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(counted, MOST_FAILURES));
    return new Decision(counted >= MOST_FAILURES, counted, first, now.plus(pause));
  }
}
