package org.primum.gateway.notification;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: each twice as long as the one before, up to a longest, and by chance
 * somewhere between half of that and all of it, so that many receivers that came back together are
 * not all asked together.
 *
 * @param first the pause after the first attempt
 * @param longest no pause is longer
 */
record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 40;

  /**
   * How long to wait.
   *
   * @param attempts how many were made, at least one
   */
  Duration after(int attempts, RandomGenerator random) {
    double full =
        Math.min(
            longest.toNanos(),
            first.toNanos() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS)));
    return Duration.ofNanos(Math.round(full * (0.5 + random.nextDouble() / 2)));
  }
}
