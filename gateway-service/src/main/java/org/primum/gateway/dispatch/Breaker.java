package org.primum.gateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.primum.protocol.FailureKind;

/**
 * Whether an endpoint is down: trouble and no success. While it is, one request at a time finds out
 * whether it is back, with pauses that double.
 *
 * @param inRow troubles since the last success, but for refusals for the rate
 * @param since when the first trouble since the last success was met; null when there was none
 * @param trouble the last trouble since the last success, or null
 * @param creditBefore the credit before the first of these troubles
 * @param open whether the endpoint is down
 * @param before how many requests are out from before it was found down or, while it is not, from
 *     before the first of these troubles
 * @param probing whether a probe is out
 * @param pauseSeconds the pause after the last probe, in seconds
 * @param nextProbe when the next probe may be sent; null when it is not down
 */
record Breaker(
    int inRow,
    Instant since,
    FailureKind trouble,
    double creditBefore,
    boolean open,
    int before,
    boolean probing,
    int pauseSeconds,
    Instant nextProbe) {

  private static final int TROUBLES_IN_ROW = 5;
  private static final Duration GOES_ON = Duration.ofSeconds(1);
  private static final Duration REFUSED_FOR = Duration.ofSeconds(30);
  private static final int FIRST_PAUSE = 1;
  private static final int LONGEST_PAUSE = 30;

  /** All is well. */
  static Breaker closed() {
    return new Breaker(0, null, null, 0, false, 0, false, 0, null);
  }

  /**
   * One trouble came back. Troubles of requests that were out together count as a row only when
   * they go on: an endpoint that takes half of what came at once is not down.
   *
   * @param inFlight how many are still out
   */
  Breaker troubled(FailureKind kind, int inFlight, double credit, Instant now) {
    Instant first = since == null ? now : since;
    double credited = since == null ? credit : creditBefore;
    if (open) {
      return new Breaker(
              inRow, first, kind, credited, true, before, probing, pauseSeconds, nextProbe)
          .returned(inFlight, now);
    }
    boolean refused = kind == FailureKind.RATE_LIMITED;
    int row = refused ? inRow : inRow + 1;
    int together = since == null ? inFlight : Math.min(inFlight, Math.max(0, before - 1));
    boolean opens =
        (row >= TROUBLES_IN_ROW && (together == 0 || !now.isBefore(first.plus(GOES_ON))))
            || (refused && !now.isBefore(first.plus(REFUSED_FOR)));
    return opens
        ? new Breaker(
            row,
            first,
            kind,
            credited,
            true,
            inFlight,
            false,
            FIRST_PAUSE,
            now.plusSeconds(FIRST_PAUSE))
        : new Breaker(row, first, kind, credited, false, together, false, 0, null);
  }

  Breaker probed() {
    return open
        ? new Breaker(
            inRow, since, trouble, creditBefore, true, before, true, pauseSeconds, nextProbe)
        : this;
  }

  /** One came back without a success. Those from before come first, as far as anybody can tell. */
  Breaker returned(int inFlight, Instant now) {
    if (!open) {
      return this;
    }
    if (probing && (inFlight == 0 || before == 0)) {
      int pause = Math.min(LONGEST_PAUSE, pauseSeconds * 2);
      return new Breaker(
          inRow, since, trouble, creditBefore, true, 0, false, pause, now.plusSeconds(pause));
    }
    return new Breaker(
        inRow,
        since,
        trouble,
        creditBefore,
        true,
        Math.min(inFlight, Math.max(0, before - 1)),
        probing,
        pauseSeconds,
        nextProbe);
  }

  /** How many probes may be sent, leaving aside the pause. */
  int room(int inFlight, int most) {
    boolean out = probing && inFlight > 0;
    return out || inFlight >= most ? 0 : 1;
  }

  /** Up to where the credit may double once the endpoint is back: load may have brought it down. */
  double creditAfter() {
    return switch (trouble) {
      case UNREACHABLE, SERVER_ERROR -> creditBefore;
      default -> creditBefore / 2;
    };
  }

  Breaker shifted(Duration by) {
    return new Breaker(
        inRow,
        Times.shifted(since, by),
        trouble,
        creditBefore,
        open,
        before,
        probing,
        pauseSeconds,
        Times.shifted(nextProbe, by));
  }
}
