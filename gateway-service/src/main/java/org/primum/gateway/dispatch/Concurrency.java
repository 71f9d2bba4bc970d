package org.primum.gateway.dispatch;

import org.primum.protocol.FailureKind;

/**
 * How many requests an endpoint is trusted with at once: one more for each success up to the
 * threshold, so that the credit doubles in each round trip, then one more in each round trip; half
 * when there is trouble.
 *
 * @param credit most at once; a fraction is progress towards the next
 * @param threshold up to where the credit doubles
 * @param growth how many successes may yet raise the credit; it grows only while it is used
 * @param troubleShare the share of troubles among the latest outcomes
 */
record Concurrency(double credit, double threshold, int growth, double troubleShare) {

  private static final double FRESH = 16;
  private static final double START_AGAIN = 4;
  private static final double NO_THRESHOLD = 1e9;

  /** How much of the credit is to be out for it to count as used. */
  private static final double USED = 0.75;

  /** What one outcome weighs in the share of troubles: about sixteen outcomes are remembered. */
  private static final double WEIGHT = 1.0 / 16;

  /** Above this share of troubles, those that may be chance count as well. */
  private static final double MUCH_TROUBLE = 1.0 / 3;

  static Concurrency fresh() {
    return new Concurrency(FRESH, NO_THRESHOLD, 0, 0);
  }

  int room(int inFlight, int most) {
    return Math.max(0, Math.min((int) credit, most) - inFlight);
  }

  /** From few again, doubling up to that credit. */
  static Concurrency again(double upTo) {
    double threshold = Math.max(1, upTo);
    return new Concurrency(Math.min(START_AGAIN, threshold), threshold, 0, 0);
  }

  /**
   * A request was answered.
   *
   * @param inFlight how many are still out
   * @param settled whether no request is out from before the last cut
   */
  Concurrency succeeded(int inFlight, int most, boolean settled) {
    double share = troubleShare * (1 - WEIGHT);
    double held = Math.min(credit, Math.max(1, most));
    int out = inFlight + 1;
    int grows = out >= Math.floor(held * USED) ? Math.max(growth, out) : growth;
    if (!settled || grows <= 0) {
      return new Concurrency(held, threshold, grows, share);
    }
    double grown = held < threshold ? held + 1 : held + 1 / held;
    return new Concurrency(Math.min(grown, Math.max(1, most)), threshold, grows - 1, share);
  }

  /** A request met trouble; the credit is as it was. */
  Concurrency troubled() {
    return new Concurrency(credit, threshold, growth, troubleShare + (1 - troubleShare) * WEIGHT);
  }

  /** Whether a trouble of that kind is a sign of too much at once. */
  boolean tooMuch(FailureKind trouble) {
    return switch (trouble) {
      case RATE_LIMITED, TIMED_OUT, UNREACHABLE -> true;
      default -> troubleShare > MUCH_TROUBLE;
    };
  }

  /**
   * Half of it after such a trouble. What still happens when only a few are out is hardly a matter
   * of how many there are, unless the endpoint says so by refusing: then a request that hangs must
   * not be all that is asked.
   */
  Concurrency halved(FailureKind trouble) {
    double least = trouble == FailureKind.RATE_LIMITED ? 1 : Math.min(START_AGAIN, credit);
    double half = Math.max(Math.max(1, least), credit / 2);
    return new Concurrency(half, half, 0, troubleShare);
  }
}
