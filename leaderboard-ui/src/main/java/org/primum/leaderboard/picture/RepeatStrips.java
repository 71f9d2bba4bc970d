package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.primum.leaderboard.picture.Scale.Tick;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Spread;

/**
 * What each repetition of the same questions gave.
 *
 * @param rows one a suite
 * @param ticks along the scale
 * @param takeaway what can be seen, in a sentence
 */
public record RepeatStrips(List<Row> rows, List<Tick> ticks, String takeaway) {

  /** How high a row is, in pixels. */
  public static final int ROW = 62;

  /**
   * One suite.
   *
   * @param title its name
   * @param rate the rate that is repeated
   * @param spread its values
   * @param y where the row begins, in pixels
   * @param points one a repetition, in percent from the left
   * @param mean where their mean lies
   * @param left where the smallest lies
   * @param right where the greatest lies
   */
  public record Row(
      String title,
      Rate rate,
      Spread spread,
      int y,
      List<Double> points,
      double mean,
      double left,
      double right) {

    /** From the smallest to the greatest, in percentage points. */
    public double range() {
      return 100 * (spread.maximum() - spread.minimum());
    }
  }

  /** The drawing's height. */
  public int height() {
    return rows.size() * ROW + 24;
  }

  /** Where the labels of the scale stand. */
  public int foot() {
    return rows.size() * ROW + 16;
  }

  /** Of an evaluation whose items were asked several times; empty for another. */
  public static Optional<RepeatStrips> of(List<SuiteResult> suites) {
    List<SuiteResult> repeated = suites.stream().filter(suite -> suite.repeats() != null).toList();
    if (repeated.isEmpty()) {
      return Optional.empty();
    }
    Scale across =
        Scale.around(
            repeated.stream()
                .map(suite -> suite.repeats().spread())
                .flatMap(spread -> Stream.of(spread.minimum(), spread.maximum()))
                .toList(),
            1,
            99);
    List<Row> rows = new ArrayList<>();
    for (SuiteResult suite : repeated) {
      Spread spread = suite.repeats().spread();
      rows.add(
          new Row(
              suite.title(),
              suite.repeats().rate(),
              spread,
              rows.size() * ROW,
              spread.values().stream().map(across::at).toList(),
              across.at(spread.mean()),
              across.at(spread.minimum()),
              across.at(spread.maximum())));
    }
    Row widest = rows.stream().max(Comparator.comparingDouble(Row::range)).orElseThrow();
    return Optional.of(
        new RepeatStrips(
            List.copyOf(rows),
            across.ticks(4),
            "Asked again, the same questions moved no rate here by more than %s: %s in %s."
                .formatted(
                    String.format(Locale.ROOT, "%.1f points", widest.range()),
                    widest.rate().name(),
                    widest.title())));
  }
}
