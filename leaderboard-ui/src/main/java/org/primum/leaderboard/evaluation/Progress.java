package org.primum.leaderboard.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.primum.leaderboard.item.ItemLinks;
import org.primum.leaderboard.page.Formatting;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationProgress;

/**
 * How far an evaluation is.
 *
 * @param evaluation the evaluation
 * @param left how long it will still take; null when that is unknown, it waits, or it is finished
 * @param waiting what holds it up; null when nothing does
 * @param owned whether the reader may decide what becomes of it
 */
public record Progress(
    EvaluationChanged evaluation, TimeLeft left, Waiting waiting, boolean owned) {

  /** From here on whole numbers are exact enough. */
  private static final double MANY_A_MINUTE = 10;

  private static final double MINUTES_OF_AN_HOUR = 60;

  /** As it is at that instant, for anybody. */
  public static Progress of(EvaluationChanged evaluation, Instant now) {
    return of(evaluation, now, false);
  }

  /** As it is at that instant. */
  static Progress of(EvaluationChanged evaluation, Instant now, boolean owned) {
    EvaluationProgress progress = evaluation.state().finished() ? null : evaluation.progress();
    return new Progress(evaluation, left(progress), Waiting.of(progress, now), owned);
  }

  private static TimeLeft left(EvaluationProgress progress) {
    return progress == null || progress.secondsLeft() == null
        ? null
        : new TimeLeft(
            Duration.ofSeconds(progress.secondsLeft()),
            Duration.ofSeconds(progress.secondsLeftLow()),
            Duration.ofSeconds(progress.secondsLeftHigh()));
  }

  /** Where its items are listed; nowhere where only some people may read them. */
  public ItemLinks itemLinks() {
    return new ItemLinks(evaluation.id(), owned || !evaluation.privateItems());
  }

  /** Whether nothing can change any more. */
  public boolean finished() {
    return evaluation.state().finished();
  }

  /** Whether it goes on, at a pace that cannot be told yet. */
  public boolean paceUnknown() {
    return !finished() && evaluation.startedAt() != null && waiting == null && pace() == null;
  }

  /** As {@code 118 items a minute}, {@code 2.5 items a minute} or {@code 12 items an hour}. */
  public String pace() {
    if (finished()
        || evaluation.progress() == null
        || evaluation.progress().itemsPerMinute() == null) {
      return null;
    }
    double rate = evaluation.progress().itemsPerMinute();
    if (rate >= MANY_A_MINUTE) {
      return Formatting.grouped(rate) + " items a minute";
    }
    return rate >= 1
        ? String.format(Locale.ROOT, "%.1f items a minute", rate)
        : Formatting.counted(Math.round(rate * MINUTES_OF_AN_HOUR), "item") + " an hour";
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
