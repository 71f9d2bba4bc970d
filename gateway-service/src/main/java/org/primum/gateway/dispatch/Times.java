package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;

/** Small sums with instants that may be absent, and with clocks that may go back. */
final class Times {

  private static final double LONGEST_SECONDS = Duration.ofDays(30).toSeconds();

  private Times() {}

  /** Seconds between the two, never below 0. */
  static double seconds(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    return between.isNegative() ? 0 : between.getSeconds() + between.getNano() / 1e9;
  }

  /** So many seconds later, rounded up to a whole millisecond; never more than 30 days. */
  static Instant after(Instant from, double seconds) {
    return from.plusMillis((long) Math.ceil(Math.min(seconds, LONGEST_SECONDS) * 1_000));
  }

  /** The later of the two, of which either may be null. */
  static Instant later(Instant one, Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
  }

  static Instant shifted(Instant time, Duration by) {
    return time == null ? null : time.plus(by);
  }
}
