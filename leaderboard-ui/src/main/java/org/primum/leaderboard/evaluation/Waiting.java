package org.primum.leaderboard.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.primum.protocol.message.EvaluationProgress;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;

/**
 * What an evaluation waits for.
 *
 * @param what what it is
 * @param reason a sentence about it, from the gateway; null where it gave none
 * @param since since when; null where that is not known
 * @param lasting how long that is
 * @param givesUpAt when its open items fail; null where it waits on
 * @param untilThen how long that will be
 */
public record Waiting(
    WaitsFor what,
    String reason,
    Instant since,
    Duration lasting,
    Instant givesUpAt,
    Duration untilThen) {

  /** What holds an evaluation up; null where nothing does. */
  static Waiting of(EvaluationProgress progress, Instant now) {
    if (progress == null || progress.waitsFor() == null) {
      return null;
    }
    return new Waiting(
        progress.waitsFor(),
        progress.reason(),
        progress.waitingSince(),
        between(progress.waitingSince(), now),
        progress.givesUpAt(),
        between(now, progress.givesUpAt()));
  }

  private static Duration between(Instant from, Instant until) {
    if (from == null || until == null) {
      return null;
    }
    Duration time = Duration.between(from, until);
    return time.isNegative() ? Duration.ZERO : time;
  }

  /** The head of the notice. */
  public String title() {
    return switch (what) {
      case ENDPOINT -> "Waiting for the model's endpoint";
      case JUDGE -> "Waiting for a judge";
      case BUDGET -> "Waiting at its cost limit";
      case QUEUE -> "Waiting for its turn";
    };
  }

  /** Whether the owner has to decide how it goes on. */
  public boolean isBudget() {
    return what == WaitsFor.BUDGET;
  }

  /** What becomes of it when nobody does anything. */
  public String outlook() {
    return isBudget()
        ? "It goes on when its owner raises the limit. Nothing is asked until then, so nothing is"
            + " spent."
        : "It goes on by itself as soon as it can.";
  }

  /** What the owner can do. */
  public String advice() {
    return switch (what) {
      case ENDPOINT ->
          "See whether your server is up, answers at the address you gave, and takes the key. Or"
              + " cancel.";
      case JUDGE -> "Nothing, or cancel. Whoever runs this Primum looks after the judges.";
      case BUDGET -> "Raise the limit, end the evaluation with what is there, or cancel.";
      case QUEUE -> "Nothing, or cancel.";
    };
  }
}
