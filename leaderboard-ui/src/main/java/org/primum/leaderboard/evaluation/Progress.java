package org.primum.leaderboard.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.primum.protocol.message.EvaluationChanged;

/**
 * How far an evaluation is.
 *
 * @param evaluation the evaluation
 * @param left how long it will still take; null when that is unknown or it is finished
 */
public record Progress(EvaluationChanged evaluation, Duration left) {

  /** As it is at that instant. */
  public static Progress of(EvaluationChanged evaluation, Instant now) {
    int done = evaluation.scored() + evaluation.failed();
    Duration left =
        evaluation.state().finished()
            ? null
            : TimeLeft.estimate(evaluation.startedAt(), done, evaluation.asked(), now).orElse(null);
    return new Progress(evaluation, left);
  }

  /** Whether nothing can change any more. */
  public boolean finished() {
    return evaluation.state().finished();
  }

  /** Scored items in percent of all. */
  public double scoredPercent() {
    return percent(evaluation.scored());
  }

  /** Scored and failed items in percent of all. */
  public double endedPercent() {
    return percent(evaluation.scored() + evaluation.failed());
  }

  /** Items that have an answer or an end in percent of all. */
  public double answeredPercent() {
    int ended = evaluation.scored() + evaluation.failed();
    return percent(Math.max(evaluation.answered(), ended));
  }

  /** Items that have ended in percent of all, rounded down so that 100 means all. */
  public int donePercent() {
    return (int) endedPercent();
  }

  private double percent(int items) {
    return evaluation.asked() == 0 ? 0 : 100.0 * items / evaluation.asked();
  }
}
