package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.primum.gateway.dispatch.PaceSimulation.Reply;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EndpointReport.RateLimit;

/** An endpoint that allows so much a minute, and says so or does not. */
final class Metered implements Function<Instant, Reply> {

  private static final double MINUTE = 60;

  /** What it tells. */
  enum Tells {
    /** Its limits in the headers. */
    LIMITS,
    /** Its limits in the headers, with resets in whole seconds, rounded down. */
    LIMITS_IN_SECONDS,
    /** How long to wait after a refusal, in whole seconds. */
    WAIT,
    /** Nothing. */
    NOTHING
  }

  private final long limit;
  private final boolean fixedWindow;
  private final Tells tells;
  private final Duration intoWindow;
  private final int each;
  private final boolean tokens;
  private final Duration rest;
  private double level;
  private Instant at = PaceSimulation.START;
  private double allowed;
  private double used;
  private double usedBefore;

  private Metered(
      long limit,
      boolean fixedWindow,
      Tells tells,
      Duration intoWindow,
      int each,
      boolean tokens,
      Duration rest) {
    this.limit = limit;
    this.fixedWindow = fixedWindow;
    this.tells = tells;
    this.intoWindow = intoWindow;
    this.each = each;
    this.tokens = tokens;
    this.rest = rest;
    this.level = limit;
    this.allowed = limit;
  }

  /** Full at the start, filled evenly. */
  static Metered bucket(long limit, Tells tells) {
    return new Metered(
        limit, false, tells, Duration.ZERO, 1, false, Duration.ofMillis(Reply.HALF_WAY));
  }

  /** Filled all at once each minute; the first began that long before the start. */
  static Metered window(long limit, Tells tells, Duration intoWindow) {
    return new Metered(limit, true, tells, intoWindow, 1, false, Duration.ofMillis(Reply.HALF_WAY));
  }

  /** Counts tokens; each answer takes so many. */
  Metered ofTokens(int tokensEach) {
    return new Metered(limit, fixedWindow, tells, intoWindow, tokensEach, true, rest);
  }

  /** A reply takes that long. */
  Metered taking(Duration time) {
    return new Metered(limit, fixedWindow, tells, intoWindow, each, tokens, time);
  }

  @Override
  public Reply apply(Instant now) {
    fill(now);
    if (level >= each) {
      level -= each;
      used += each;
      return limits(Reply.answer().taking(rest).using(tokens ? each : 500), now);
    }
    Reply refusal = limits(Reply.trouble(FailureKind.RATE_LIMITED), now);
    double wait = fixedWindow ? toReset(now) : (each - level) / perSecond();
    return tells == Tells.NOTHING
        ? refusal
        : refusal.after(Duration.ofSeconds((long) Math.ceil(wait)));
  }

  @Override
  public String toString() {
    return "%s of %d %s a minute, %s into it, telling %s, replies take %s"
        .formatted(
            fixedWindow ? "window" : "bucket",
            limit,
            tokens ? "tokens" : "requests",
            intoWindow,
            tells,
            rest.plusMillis(Reply.HALF_WAY));
  }

  private void fill(Instant now) {
    if (fixedWindow) {
      if (window(now) > window(at)) {
        allowed += limit * (double) (window(now) - window(at));
        usedBefore = used;
        level = limit;
      }
    } else {
      double before = level;
      level = Math.min(limit, level + seconds(at, now) * perSecond());
      allowed += level - before;
    }
    at = now;
  }

  private Reply limits(Reply reply, Instant now) {
    if (tells != Tells.LIMITS && tells != Tells.LIMITS_IN_SECONDS) {
      return reply;
    }
    double reset = fixedWindow ? toReset(now) : (limit - level) / perSecond();
    long millis = tells == Tells.LIMITS ? (long) (reset * 1_000) : (long) reset * 1_000;
    RateLimit told = new RateLimit(limit, (long) level, millis);
    return reply.telling(tokens ? null : told, tokens ? told : null);
  }

  private double perSecond() {
    return limit / MINUTE;
  }

  private long window(Instant now) {
    return (long) (seconds(PaceSimulation.START.minus(intoWindow), now) / MINUTE);
  }

  private double toReset(Instant now) {
    double into = seconds(PaceSimulation.START.minus(intoWindow), now);
    return (window(now) + 1) * MINUTE - into;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  /** Of what it would have allowed until then, the share that was used; of whole windows only. */
  double share(Instant end) {
    fill(end);
    return fixedWindow ? usedBefore / (allowed - limit) : used / allowed;
  }
}
