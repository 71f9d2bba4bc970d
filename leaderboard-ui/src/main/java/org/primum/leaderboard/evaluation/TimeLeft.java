package org.primum.leaderboard.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long something will still take when it goes on as it went so far. */
final class TimeLeft {

  /** With fewer items than this the pace says nothing yet. */
  private static final int ENOUGH = 5;

  private TimeLeft() {}

  /**
   * Estimates the time left.
   *
   * @param startedAt when it began, or null
   * @param done items finished since then
   * @param all items in total
   * @return empty while there is nothing to go by
   */
  static Optional<Duration> estimate(Instant startedAt, int done, int all, Instant now) {
    if (startedAt == null || done < ENOUGH || now.isBefore(startedAt)) {
      return Optional.empty();
    }
    double millisAnItem = (double) Duration.between(startedAt, now).toMillis() / done;
    return Optional.of(Duration.ofMillis(Math.round(millisAnItem * Math.max(0, all - done))));
  }
}
