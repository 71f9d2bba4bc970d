package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;

/**
 * The rate an endpoint takes, learned from what it accepted until it refused more: somewhat less
 * than that after a refusal, then slowly more, and ever faster the longer none is refused. Nothing
 * is held back before the first refusal. An endpoint that refused before much could be learned is
 * searched from one request on, doubling each second.
 *
 * @param accepted requests answered since then
 * @param since from when accepted counts; at most about a minute ago
 * @param base requests a second after the last refusal; 0 when none was refused lately
 * @param cutAt when the rate began to be that
 * @param searching whether the rate doubles each second
 * @param level how many may go out now
 * @param at when that was so
 */
record LearnedRate(
    double accepted,
    Instant since,
    double base,
    Instant cutAt,
    boolean searching,
    double level,
    Instant at) {

  private static final double REMEMBERED = 60;
  private static final double FORGOTTEN = 600;
  private static final double LOWEST = 1.0 / 60;

  /** Less time than this says little of a rate: a bucket may have been full before it. */
  private static final double ENOUGH_AT_FIRST = 10;

  private static final double ENOUGH = 3;
  private static final double AFTER_REFUSAL = 0.9;

  /** Above any rate that matters. */
  private static final double HIGHEST = 1e6;

  static LearnedRate nothing(Instant now) {
    return new LearnedRate(0, now, 0, null, false, 0, now);
  }

  LearnedRate accepted(Instant now) {
    double elapsed = Times.seconds(since, now);
    if (elapsed <= REMEMBERED) {
      return new LearnedRate(accepted + 1, since, base, cutAt, searching, level, at);
    }
    Instant start = now.minusSeconds((long) REMEMBERED);
    return new LearnedRate(
        accepted * REMEMBERED / elapsed + 1, start, base, cutAt, searching, level, at);
  }

  /**
   * The endpoint refused, and is left alone until then. Called once for all refusals of what was
   * out together.
   */
  LearnedRate refused(Instant now, Instant until) {
    double rest = Math.max(Times.seconds(now, until), 0.1);
    double span = Math.max(Times.seconds(since, until), 0.1);
    double measured = accepted / span;
    double current = rate(now);
    if (!knows(now)) {
      return span >= ENOUGH_AT_FIRST
          ? cut(AFTER_REFUSAL * measured, false, until)
          : cut(1 / rest, true, until);
    }
    if (accepted < 1) {
      return cut(Math.min(current, 1 / rest), true, until);
    }
    double lower =
        span >= ENOUGH ? AFTER_REFUSAL * measured : Math.max(AFTER_REFUSAL * measured, current / 2);
    return cut(Math.min(0.95 * current, lower), false, until);
  }

  private LearnedRate cut(double to, boolean search, Instant until) {
    return new LearnedRate(0, until, Math.max(LOWEST, to), until, search, 1, until);
  }

  /** Whether the rate, and not something else, decides how much goes out. */
  boolean binds(Instant now) {
    return knows(now) && levelAt(now) < Math.max(1, burst(now) / 2);
  }

  double places(Instant now) {
    return knows(now) ? levelAt(now) : Integer.MAX_VALUE;
  }

  /** When so many may go out; null when they never will at once. */
  Instant when(int places, Instant now) {
    if (!knows(now)) {
      return now;
    }
    double missing = places - levelAt(now);
    if (missing <= 0) {
      return now;
    }
    // The rate only grows, so this is not too early by more than the growth meanwhile.
    Instant from = Times.later(at, now);
    return places > burst(from) ? null : Times.after(from, missing / rate(from));
  }

  LearnedRate taken(int count, Instant now) {
    return knows(now)
        ? new LearnedRate(
            accepted, since, base, cutAt, searching, levelAt(now) - count, Times.later(at, now))
        : new LearnedRate(accepted, since, 0, null, false, 0, now);
  }

  LearnedRate shifted(Duration by) {
    return new LearnedRate(
        accepted, since.plus(by), base, Times.shifted(cutAt, by), searching, level, at.plus(by));
  }

  private boolean knows(Instant now) {
    return base > 0 && Times.seconds(cutAt, now) < FORGOTTEN;
  }

  private double levelAt(Instant now) {
    // What the rate was in the meantime lies between that at both ends.
    double meanwhile = (rate(Times.later(cutAt, at)) + rate(now)) / 2;
    return Math.min(burst(now), level + Times.seconds(at, now) * meanwhile);
  }

  /** A second's worth may go out at once, and always one. */
  private double burst(Instant now) {
    return Math.max(1, rate(now));
  }

  private double rate(Instant now) {
    if (base == 0) {
      return HIGHEST;
    }
    double age = Times.seconds(cutAt, now);
    double growth =
        searching ? Math.pow(2, Math.min(age, 60)) : 1 + age / 200 + Math.pow(age / 60, 3);
    return Math.min(HIGHEST, base * growth);
  }
}
