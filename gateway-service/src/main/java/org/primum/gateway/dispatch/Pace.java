package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EndpointReport;

/**
 * How fast an endpoint is asked, by what was met there. Four things decide, and the least of them
 * counts:
 *
 * <ul>
 *   <li>how many requests it is trusted with at once ({@link Concurrency});
 *   <li>what it says of its limits of requests and tokens ({@link Allowance});
 *   <li>the rate it was found to take when it refuses without saying so ({@link LearnedRate});
 *   <li>whether it is down ({@link Breaker}).
 * </ul>
 *
 * Beside these, nothing is handed out while it asks to be left alone, for at most an hour. A
 * refusal that a rate explains slows that rate; any other lowers the number at once. Of requests
 * that were out together, only the first in trouble lowers anything.
 *
 * <p>Simulated over five minutes at an endpoint that takes 300 requests a minute, from a bucket or
 * in fixed windows, with up to 64 at once and 0.2 seconds for a reply: when it tells its limits, 99
 * to 100 % of what it takes is used and at most 0.1 % refused. When it only says how long to wait
 * after a refusal, 99 to 100 % is used and 4 to 5 % refused, nearly all of it what was out when it
 * first refused; later less than 2 %. When it says nothing at all, 84 to 100 % is used and 4 to 7 %
 * refused. An endpoint that refuses a share of requests however few there are is asked very slowly.
 *
 * <p>Time is what the caller says. A clock that goes back a little stands still meanwhile; one that
 * goes back by more than a minute takes everything here with it.
 *
 * @param concurrency how many at once
 * @param breaker whether it is down
 * @param requests the limit of requests it told of, or null
 * @param tokens the limit of tokens it told of, or null
 * @param tokensEach tokens of a request on average, or 0 when not known
 * @param millisEach how long a request takes on average, or 0 when not known
 * @param learned the rate it was found to take, or null before the first request
 * @param cut how many requests are out from before anything was lowered last
 * @param refusals how often it refused since the last success
 * @param restsUntil until when it is left alone, or null
 * @param seen the latest time that was told, or null
 */
record Pace(
    Concurrency concurrency,
    Breaker breaker,
    Allowance requests,
    Allowance tokens,
    double tokensEach,
    double millisEach,
    LearnedRate learned,
    int cut,
    int refusals,
    Instant restsUntil,
    Instant seen) {

  /**
   * The order in which reports that came together are taken: nobody knows in which they were made,
   * and what is left of a limit only shrinks while they are.
   */
  static final Comparator<EndpointReport> LEAST_LEFT_LAST =
      Comparator.<EndpointReport>comparingLong(report -> left(report.requestLimit()))
          .thenComparingLong(report -> left(report.tokenLimit()))
          .reversed();

  private static final Duration LONGEST_REST = Duration.ofHours(1);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** Without being told how long, the first rest after a refusal; doubles with each further one. */
  private static final double FIRST_REST = 0.5;

  private static final double LONGEST_UNTOLD_REST = 30;

  /** What one reply weighs in an average. */
  private static final double WEIGHT = 0.1;

  private static final int LONGEST_SEQUENCE = 16;
  private static final double SEQUENCE_MILLIS = 3_000;

  /** Above this share of troubles, what comes next is better decided after each reply. */
  private static final double SOME_TROUBLE = 0.05;

  /** A wait shorter than this is pacing; a longer one is worth telling people of. */
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private static final double ROUNDING = 1e-6;

  /** Below this share of a limit, a refusal is no surprise. */
  private static final double NEAR_ITS_END = 0.05;

  /** Of an endpoint nobody has asked yet. */
  static Pace fresh() {
    return new Pace(
        Concurrency.fresh(), Breaker.closed(), null, null, 0, 0, null, 0, 0, null, null);
  }

  /**
   * How many more requests may be handed out now.
   *
   * @param inFlight how many were handed out and did not come back
   * @param most most at once; never passed
   */
  int places(int inFlight, int most, Instant now) {
    return inStep(now).free(inFlight, most, now);
  }

  /**
   * When {@link #places} may grow without anything coming back: the endpoint may be asked again,
   * its limit allows one more, or the next probe is due. Null when only a return can help.
   */
  Instant looksAgainAt(int inFlight, int most, Instant now) {
    return inStep(now).grows(inFlight, most, now);
  }

  /**
   * How many requests may be handed out together to be sent one after another, which takes one
   * place and saves the way back and forth between them. No more than leaves as many for each of
   * the other places, no longer than a second together, and one only where the next reply may
   * change something: at an endpoint that is in trouble or near a limit, or that nobody has asked.
   *
   * @param waiting how many there are to hand out
   * @param most most at once
   * @return at least 1
   */
  int sequence(long waiting, int most, Instant now) {
    return inStep(now).longest(waiting, most, now);
  }

  private int longest(long waiting, int most, Instant now) {
    boolean easy =
        millisEach > 0
            && !down()
            && cut == 0
            && concurrency.troubleShare() < SOME_TROUBLE
            && ample(requests, 1, now)
            && ample(tokens, tokensOfOne(), now)
            && (learned == null || !learned.knows(now));
    if (!easy) {
      return 1;
    }
    double forEach = Math.rint(waiting / Math.max(1, Math.min(concurrency.credit(), most)));
    return (int) Math.clamp(Math.min(forEach, SEQUENCE_MILLIS / millisEach), 1, LONGEST_SEQUENCE);
  }

  private static boolean ample(Allowance allowance, double each, Instant now) {
    return allowance == null || allowance.places(each, now) * each > allowance.limit() / 2;
  }

  /** So many requests go out. */
  Pace handedOut(int count, Instant now) {
    return count <= 0 ? this : inStep(now).taken(count, now);
  }

  /**
   * One request came back.
   *
   * @param inFlight how many are still out
   * @param most most at once
   */
  Pace met(EndpointReport report, int inFlight, int most, Instant now) {
    Pace pace = inStep(now);
    if (report.requests() == 0) {
      return pace.returned(inFlight, now);
    }
    Pace told = pace.told(report, inFlight, now);
    return report.trouble() == null
        ? told.succeeded(inFlight, most, now)
        : told.troubled(report, inFlight, now);
  }

  /** A request will not come back, and nobody knows what it met. */
  Pace lost(Instant now) {
    // How many are out is not known here; what counts them down is right without it.
    return inStep(now).returned(Integer.MAX_VALUE, now);
  }

  /** Whether there was nothing but trouble lately: one probe at a time goes out. */
  boolean down() {
    return breaker.open();
  }

  /**
   * Whether it has not answered since it refused or was found down: few requests go out then, and
   * an item that it will never take must not be all of them.
   */
  boolean probed() {
    return down() || refusals > 0;
  }

  /** When the first trouble since the last success was met; null when it is not down. */
  Instant downSince() {
    return breaker.open() ? breaker.since() : null;
  }

  /** When it last answered; null when it has not yet. */
  Instant answeredAt() {
    return breaker.answeredAt();
  }

  /** The last trouble; null after a success. */
  FailureKind trouble() {
    return breaker.trouble();
  }

  /**
   * Until when nothing is handed out because the endpoint asked for that or its limit is used up;
   * null when it is not so, or only for less than a second.
   */
  Instant heldUntil(Instant now) {
    return inStep(now).held(now);
  }

  private int free(int inFlight, int most, Instant now) {
    if (rests(now) || (down() && now.isBefore(breaker.nextProbe()))) {
      return 0;
    }
    double free = room(inFlight, most);
    if (requests != null) {
      free = Math.min(free, requests.places(1, now));
    }
    if (tokens != null) {
      free = Math.min(free, tokens.places(tokensOfOne(), now));
    }
    if (learned != null) {
      free = Math.min(free, learned.places(now));
    }
    return (int) Math.max(0, free + ROUNDING);
  }

  private int room(int inFlight, int most) {
    return down() ? breaker.room(inFlight, most) : concurrency.room(inFlight, most);
  }

  private Instant grows(int inFlight, int most, Instant now) {
    int more = free(inFlight, most, now) + 1;
    if (room(inFlight, most) < more) {
      return null;
    }
    Instant when = Times.later(now, restsUntil);
    if (down()) {
      when = Times.later(when, breaker.nextProbe());
    }
    if (requests != null) {
      when = latest(when, requests.when(more, 1, now));
    }
    if (tokens != null) {
      when = latest(when, tokens.when(more, tokensOfOne(), now));
    }
    if (learned != null) {
      when = latest(when, learned.when(more, now));
    }
    return when;
  }

  /** The later one, or null when one of them never comes. */
  private static Instant latest(Instant one, Instant other) {
    return one == null || other == null ? null : Times.later(one, other);
  }

  private Instant held(Instant now) {
    Instant until = rests(now) ? restsUntil : null;
    if (requests != null) {
      until = Times.later(until, worthTelling(requests.when(1, 1, now), now));
    }
    if (tokens != null) {
      until = Times.later(until, worthTelling(tokens.when(1, tokensOfOne(), now), now));
    }
    return until;
  }

  private static Instant worthTelling(Instant when, Instant now) {
    return when == null || when.isBefore(now.plus(WORTH_TELLING)) ? null : when;
  }

  private boolean rests(Instant now) {
    return restsUntil != null && now.isBefore(restsUntil);
  }

  private double tokensOfOne() {
    return Math.max(1, tokensEach);
  }

  private Pace taken(int count, Instant now) {
    LearnedRate rate = learned == null ? LearnedRate.nothing(now) : learned;
    return new Pace(
        concurrency,
        breaker.probed(),
        requests == null ? null : requests.taken(count, now),
        tokens == null ? null : tokens.taken(count * tokensOfOne(), now),
        tokensEach,
        millisEach,
        rate.taken(count, now),
        cut,
        refusals,
        restsUntil,
        seen);
  }

  private Pace returned(int inFlight, Instant now) {
    return after(
        concurrency,
        breaker.returned(inFlight, now),
        learned,
        stillCut(inFlight),
        refusals,
        restsUntil);
  }

  /** What the reply says of limits and rest, whatever it is. */
  private Pace told(EndpointReport report, int inFlight, Instant now) {
    boolean refused = report.trouble() == FailureKind.RATE_LIMITED;
    double each = tokensEach(report);
    double out = inFlight * Math.max(1, each);
    return new Pace(
        concurrency,
        breaker,
        report.requestLimit() == null
            ? requests
            : Allowance.told(requests, report.requestLimit(), inFlight, refused, now),
        report.tokenLimit() == null
            ? tokens
            : Allowance.told(tokens, report.tokenLimit(), out, refused, now),
        each,
        millisEach(report),
        learned,
        cut,
        refusals,
        asksForRest(report) ? Times.later(restsUntil, restAskedFor(report, now)) : restsUntil,
        seen);
  }

  private double tokensEach(EndpointReport report) {
    if (report.promptTokens() == null && report.completionTokens() == null) {
      return tokensEach;
    }
    double used = count(report.promptTokens()) + count(report.completionTokens());
    return tokensEach == 0 ? used : tokensEach + (used - tokensEach) * WEIGHT;
  }

  private double millisEach(EndpointReport report) {
    if (report.millis() == null || report.answered() == 0 || report.trouble() != null) {
      return millisEach;
    }
    double took = Math.max(1, (double) report.millis() / report.requests());
    return millisEach == 0 ? took : millisEach + (took - millisEach) * WEIGHT;
  }

  private static long left(EndpointReport.RateLimit limit) {
    return limit == null ? Long.MAX_VALUE : limit.remaining();
  }

  private static double count(Integer tokens) {
    return tokens == null ? 0 : Math.max(0, tokens);
  }

  private static boolean asksForRest(EndpointReport report) {
    return report.retryAfterMillis() != null && report.retryAfterMillis() > 0;
  }

  private static Instant restAskedFor(EndpointReport report, Instant now) {
    return now.plusMillis(Math.min(LONGEST_REST.toMillis(), report.retryAfterMillis()));
  }

  private Pace succeeded(int inFlight, int most, Instant now) {
    Concurrency credit =
        down()
            ? Concurrency.again(breaker.creditAfter())
            : concurrency.succeeded(inFlight, most, cut == 0);
    LearnedRate rate = startsAnew() ? LearnedRate.nothing(now) : learned;
    return after(
        credit,
        Breaker.answered(now),
        rate.accepted(now, cut == 0),
        stillCut(inFlight),
        0,
        restsUntil);
  }

  /** What was learned before an outage may no longer hold; a long refusal is part of learning. */
  private boolean startsAnew() {
    return learned == null || (down() && trouble() != FailureKind.RATE_LIMITED);
  }

  private Pace troubled(EndpointReport report, int inFlight, Instant now) {
    FailureKind kind = report.trouble();
    Concurrency met = concurrency.troubled();
    Breaker found = breaker.troubled(kind, inFlight, concurrency.credit(), now);
    if (cut > 0 || !met.tooMuch(kind)) {
      return after(met, found, learned, stillCut(inFlight), refusals, restsUntil);
    }
    return kind == FailureKind.RATE_LIMITED
        ? refused(report, met, found, inFlight, now)
        : after(met.halved(kind), found, learned, inFlight, refusals, restsUntil);
  }

  private Pace refused(
      EndpointReport report, Concurrency met, Breaker found, int inFlight, Instant now) {
    boolean explained = usedUp(requests, 1, now) || usedUp(tokens, tokensOfOne(), now);
    boolean limitsTold = report.requestLimit() != null || report.tokenLimit() != null;
    Instant until =
        asksForRest(report) || (explained && limitsTold)
            ? restsUntil
            : Times.later(restsUntil, untoldRest(now));
    LearnedRate rate = learned == null ? LearnedRate.nothing(now) : learned;
    return after(
        explained || rate.binds(now) ? met : met.halved(report.trouble()),
        found,
        explained ? rate : rate.refused(now, Times.later(now, until)),
        inFlight,
        refusals + 1,
        until);
  }

  private Instant untoldRest(Instant now) {
    double rest = FIRST_REST * Math.pow(2, Math.min(refusals, 10));
    return Times.after(now, Math.min(LONGEST_UNTOLD_REST, rest));
  }

  private static boolean usedUp(Allowance allowance, double each, Instant now) {
    return allowance != null
        && allowance.places(each, now)
            < Math.max(1, NEAR_ITS_END * allowance.limit() / Math.max(1, each));
  }

  private int stillCut(int inFlight) {
    return Math.min(inFlight, Math.max(0, cut - 1));
  }

  /** This after one came back. */
  private Pace after(
      Concurrency credit,
      Breaker found,
      LearnedRate rate,
      int out,
      int refused,
      Instant restUntil) {
    return new Pace(
        credit,
        found,
        requests,
        tokens,
        tokensEach,
        millisEach,
        rate,
        out,
        refused,
        restUntil,
        seen);
  }

  /** This as the clock has it that tells that time now. */
  private Pace inStep(Instant now) {
    if (seen == null || !now.isBefore(seen.minus(CLOCKS_DIFFER))) {
      return seen != null && !now.isAfter(seen) ? this : at(now);
    }
    Duration by = Duration.between(seen, now);
    return new Pace(
        concurrency,
        breaker.shifted(by),
        requests == null ? null : requests.shifted(by),
        tokens == null ? null : tokens.shifted(by),
        tokensEach,
        millisEach,
        learned == null ? null : learned.shifted(by),
        cut,
        refusals,
        Times.shifted(restsUntil, by),
        now);
  }

  private Pace at(Instant now) {
    return new Pace(
        concurrency,
        breaker,
        requests,
        tokens,
        tokensEach,
        millisEach,
        learned,
        cut,
        refusals,
        restsUntil,
        now);
  }
}
