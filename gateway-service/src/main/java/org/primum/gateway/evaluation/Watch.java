package org.primum.gateway.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.primum.protocol.message.EvaluationProgress;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;

/** Watches one running evaluation: its speed, and whether it stands still for no known reason. */
final class Watch {

  /** Items that wait this long while nothing is on its way wait for a turn. */
  static final Duration TURN = Duration.ofSeconds(10);

  /** Longer than any request to a model or judge takes, so something is away. */
  static final Duration SILENCE = Duration.ofMinutes(3);

  static final String NO_TURN =
      "None of its items is on its way. Other evaluations have the places at the model or at a"
          + " judge, or the items are not handed out at the moment.";
  static final String NO_REPLY =
      "Nothing has come back of the items that were handed out. The services that ask and judge may"
          + " be away, or the endpoint takes very long.";

  private final Speed speed = new Speed();
  private TaskCounts counts;
  private Instant movedAt;

  /**
   * Begins to watch.
   *
   * @param since when its items last moved, as far as anybody knows
   */
  Watch(Instant since) {
    movedAt = since;
  }

  /**
   * Looks at it.
   *
   * @param known what holds it up, as whoever hands out its items knows; null for nothing
   */
  EvaluationProgress look(Instant now, TaskCounts found, Wait known) {
    if (counts != null && !counts.equals(found)) {
      movedAt = now;
    }
    counts = found;
    Wait wait = known == null ? standstill(now) : known;
    if (wait != null) {
      // The pace after a stop has nothing to do with the stop.
      speed.forget();
      return new EvaluationProgress(
          null, null, null, null, wait.waitsFor(), wait.reason(), wait.since(), wait.givesUpAt());
    }
    speed.saw(now, found.finished());
    Speed.Estimate estimate = speed.at(now, found.finished(), found.asked() - found.finished());
    return estimate == null
        ? new EvaluationProgress(null, null, null, null, null, null, null, null)
        : new EvaluationProgress(
            Math.round(100 * estimate.itemsPerMinute()) / 100.0,
            estimate.secondsLeft(),
            estimate.low(),
            estimate.high(),
            null,
            null,
            null,
            null);
  }

  private Wait standstill(Instant now) {
    boolean onTheWay = counts.inFlight() > 0;
    if (counts.open() == 0 || now.isBefore(movedAt.plus(onTheWay ? SILENCE : TURN))) {
      return null;
    }
    return new Wait(WaitsFor.QUEUE, onTheWay ? NO_REPLY : NO_TURN, movedAt, null);
  }
}
