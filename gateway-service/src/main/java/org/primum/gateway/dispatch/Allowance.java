package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.primum.protocol.message.EndpointReport.RateLimit;

/**
 * How many requests or tokens an endpoint still takes, by what its replies say: a bucket that is
 * set by each reply, emptied by what is handed out, and filled up again. Most endpoints fill it
 * evenly; some fill it all at once when their minute is over.
 *
 * <p>Some tell the limit of a minute and hold a smaller bucket, which is full again the sooner: no
 * more is counted on than what was ever left and would come in until the reset.
 *
 * @param limit what it lets through in a minute
 * @param most what the bucket holds; 0 when that was not noted
 * @param level what is in the bucket; below 0 while more is out than was left
 * @param at when that was in it
 * @param perSecond how much comes in
 * @param resetsAt when all is there again, or null when that is not known
 * @param stepwise whether nothing comes in before that
 */
record Allowance(
    long limit,
    double most,
    double level,
    Instant at,
    double perSecond,
    Instant resetsAt,
    boolean stepwise) {

  /** A limit speaks of a minute unless its reset says otherwise. */
  private static final double MINUTE = 60;

  /** A reset further away than this cannot be that of a minute. */
  private static final double BEYOND_MINUTE = 75;

  private static final double LONGEST_RESET = 3_600;
  private static final double DAY = 86_400;

  /** A reset may be rounded down to whole seconds; else there is only the clock to mistrust. */
  private static final double ROUNDED_DOWN = 1.05;

  private static final double EXACT = 0.05;

  /**
   * What a reply told.
   *
   * @param known what was known before, or null
   * @param out how much those that are still out will take
   * @param refused whether the reply was a refusal for the rate
   */
  static Allowance told(Allowance known, RateLimit told, double out, boolean refused, Instant now) {
    long limit = told.limit();
    double remaining = Math.min(told.remaining(), limit);
    double even = limit / MINUTE;
    double level = Math.max(-limit, remaining - out);
    if (told.resetMillis() == null) {
      return new Allowance(limit, limit, level, now, even, null, false);
    }
    double used = limit - remaining;
    double reset = told.resetMillis() / 1e3;
    double most =
        Math.min(limit, Math.max(known == null ? 1 : known.most, remaining + even * reset));
    double evenReset = used / even;
    double perSecond =
        reset > BEYOND_MINUTE && reset > 2 * evenReset && used > 0
            ? Math.max(used / reset, Math.max(1 / LONGEST_RESET, limit / DAY))
            : even;
    double margin = told.resetMillis() % 1_000 == 0 ? ROUNDED_DOWN : EXACT;
    return new Allowance(
        limit,
        most,
        level,
        now,
        perSecond,
        Times.after(now, Math.min(reset + margin, LONGEST_RESET)),
        stepwise(known, remaining, limit, reset, evenReset, refused));
  }

  /**
   * A bucket that is filled evenly is full after a time that goes with what was used, and has
   * something whenever its share of time has passed; one that is not gives itself away.
   */
  private static boolean stepwise(
      Allowance known,
      double remaining,
      long limit,
      double reset,
      double evenReset,
      boolean refused) {
    boolean sofar = known != null && known.stepwise;
    if (refused && remaining < 1 && known != null) {
      return true;
    }
    if (reset > BEYOND_MINUTE) {
      return sofar;
    }
    if (reset > 2 * evenReset + 10) {
      return true;
    }
    if (remaining * 2 >= limit && reset <= 1.25 * evenReset + 2) {
      return false;
    }
    return sofar;
  }

  /** How many may be handed out that take so much each; may be negative. */
  double places(double each, Instant now) {
    return levelAt(now) / Math.min(each, bucket());
  }

  /** When so many may be handed out; null when they never will by themselves. */
  Instant when(int places, double each, Instant now) {
    double needed = places * Math.min(each, bucket());
    double missing = needed - levelAt(now);
    if (missing <= 0) {
      return now;
    }
    if (needed > bucket()) {
      return null;
    }
    return waits(now) ? resetsAt : Times.after(Times.later(at, now), missing / perSecond);
  }

  Allowance taken(double amount, Instant now) {
    boolean over = resetsAt != null && !now.isBefore(resetsAt);
    return new Allowance(
        limit,
        most,
        Math.max(-limit, levelAt(now) - amount),
        Times.later(at, now),
        perSecond,
        over ? null : resetsAt,
        stepwise);
  }

  Allowance shifted(Duration by) {
    return new Allowance(
        limit, most, level, at.plus(by), perSecond, Times.shifted(resetsAt, by), stepwise);
  }

  /** Most that is ever there at once. */
  private double bucket() {
    return most > 0 ? most : limit;
  }

  private double levelAt(Instant now) {
    if (waits(now)) {
      return level;
    }
    if (stepwise && resetsAt != null) {
      return bucket();
    }
    return Math.min(bucket(), level + Times.seconds(at, now) * perSecond);
  }

  private boolean waits(Instant now) {
    return stepwise && resetsAt != null && now.isBefore(resetsAt);
  }
}
