package org.primum.localstack.bench.endpoint;

import java.util.Map;
import java.util.SplittableRandom;

/** What becomes of a call that was let in. */
public enum Fate {
  /** Answered after the latency. */
  ANSWER,
  /** Status 500 after the latency. */
  SERVER_ERROR,
  /** Status 503 after the latency, with the wait as Retry-After. */
  UNAVAILABLE,
  /** Status 429 at once, with the wait as Retry-After. */
  REFUSED,
  /** Nothing comes until the connection is closed much later. */
  HANG,
  /** Half of the reply comes, then the connection ends. */
  CUT,
  /** The connection is reset instead of a reply. */
  RESET,
  /** The reply comes in small pieces, over twice the latency. */
  DRIP;

  /** Whether a whole reply is sent in one piece. */
  boolean repliesAtOnce() {
    return switch (this) {
      case ANSWER, SERVER_ERROR, UNAVAILABLE, REFUSED -> true;
      case HANG, CUT, RESET, DRIP -> false;
    };
  }

  /**
   * The fate of one call. The same seed and number give the same fate.
   *
   * @param number the call's number among those to its model
   */
  static Fate of(Map<Fate, Double> shares, long seed, long number) {
    double left = random(seed, number).nextDouble();
    for (Fate fate : values()) {
      left -= shares.getOrDefault(fate, 0.0);
      if (left < 0) {
        return fate;
      }
    }
    return ANSWER;
  }

  /** Chance that depends on the seed and the call's number alone. */
  static SplittableRandom random(long seed, long number) {
    return new SplittableRandom(seed * 1_000_003L + number);
  }
}
