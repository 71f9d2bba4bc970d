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
 * @param over whether it refused since then, so that the next success begins another count
 * @param base requests a second after the last refusal; 0 when none was refused lately
 * @param cutAt when the rate began to be that
 * @param searching whether the rate doubles each second
 * @param level how many may go out now
 * @param at when that was so
 */
record LearnedRate(
    double accepted,
    Instant since,
    boolean over,
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

  /** Refusals that went on for longer than a minute are no limit of a minute. */
  private static final double TOO_MUCH = 150;

  /**
   * After a rest as long as this, what was accepted before it is what may be accepted in it, too.
   */
  private static final double LONG_REST = 3;

  private static final double SHORTEST = 0.1;
  private static final double AFTER_REFUSAL = 0.9;
  private static final double GIVES_WAY = 0.95;

  /**
   * It takes about so many requests to double the rate, and so many seconds at least and at most.
   */
  private static final double REQUESTS_TO_DOUBLE = 60;

  private static final double FASTEST = 60;
  private static final double SLOWEST = 300;

  /** Above any rate that matters. */
  private static final double HIGHEST = 1e6;

  static LearnedRate nothing(Instant now) {
    return new LearnedRate(0, now, false, 0, null, false, 0, now);
  }

  /**
   * A request was answered.
   *
   * @param settled whether it went out after the last refusals
   */
  LearnedRate accepted(Instant now, boolean settled) {
    if (settled && over) {
      return counting(1, cutAt, false);
    }
    double elapsed = Times.seconds(since, now);
    return elapsed <= REMEMBERED
        ? counting(accepted + 1, since, over)
        : counting(accepted * REMEMBERED / elapsed + 1, now.minusSeconds((long) REMEMBERED), over);
  }

  /**
   * The endpoint refused, and is left alone until then. Called once for all refusals of what was
   * out together.
   */
  LearnedRate refused(Instant now, Instant until) {
    double rest = Math.max(Times.seconds(now, until), SHORTEST);
    double span = Math.max(Times.seconds(since, until), SHORTEST);
    double measured = AFTER_REFUSAL * accepted / span;
    double current = rate(now);
    if (accepted < 1
        || span > TOO_MUCH
        || (!knows(now) && rest < LONG_REST && span < ENOUGH_AT_FIRST)) {
      return cut(Math.min(current, 1 / rest), true, until);
    }
    if (!knows(now)) {
      return cut(measured, false, until);
    }
    double lower = span >= ENOUGH ? measured : Math.max(measured, current / 2);
    return cut(Math.min(GIVES_WAY * current, lower), false, until);
  }

  private LearnedRate counting(double count, Instant from, boolean ended) {
    return new LearnedRate(count, from, ended, base, cutAt, searching, level, at);
  }

  private LearnedRate cut(double to, boolean search, Instant until) {
    return new LearnedRate(accepted, since, true, Math.max(LOWEST, to), until, search, 1, until);
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
            accepted,
            since,
            over,
            base,
            cutAt,
            searching,
            levelAt(now) - count,
            Times.later(at, now))
        : new LearnedRate(accepted, since, false, 0, null, false, 0, now);
  }

  LearnedRate shifted(Duration by) {
    return new LearnedRate(
        accepted,
        since.plus(by),
        over,
        base,
        Times.shifted(cutAt, by),
        searching,
        level,
        at.plus(by));
  }

  /** Whether it was refused for its rate lately. */
  boolean knows(Instant now) {
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
    if (searching) {
      return Math.min(HIGHEST, base * Math.pow(2, Math.min(age, 60)));
    }
    double part = age / Math.clamp(REQUESTS_TO_DOUBLE / base, FASTEST, SLOWEST);
    double growth = 1 + 0.3 * part + Math.pow(part, 3);
    return Math.min(HIGHEST, base * growth);
  }
}
