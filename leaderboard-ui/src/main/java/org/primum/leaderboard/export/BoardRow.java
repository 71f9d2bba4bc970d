package org.primum.leaderboard.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.WeakestPerspective;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.scoring.Rate.Better;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.RankRange;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * One number of one evaluation.
 *
 * @param of whose number it is
 * @param rate the rate's id, {@code mean}, {@code meanLength} or {@value #WEAKEST}
 * @param better which way is good
 * @param value null where nothing is scored
 * @param lower of its 95 % interval; null where it has none
 * @param upper of its 95 % interval
 * @param worst if every missing answer counted against the model; null where that is not known
 * @param best if every missing answer counted for it
 * @param rank the ranks the model may have by it; null where they are not known
 */
record BoardRow(
    Subject of,
    String rate,
    Better better,
    Double value,
    Double lower,
    Double upper,
    Double worst,
    Double best,
    RankRange rank) {

  /** The number is over all items of the suite. */
  static final String ALL_ITEMS = "all";

  /** The number is over the items that everybody may see, of a version that has others too. */
  static final String PUBLIC_ITEMS = "public";

  /** In the place of a rate: what went well in the suite that the model does worst in. */
  static final String WEAKEST = "weakest";

  /**
   * What is measured.
   *
   * @param evaluation the evaluation
   * @param suite the suite
   * @param part which items: {@value #ALL_ITEMS} or {@value #PUBLIC_ITEMS}
   * @param category the category's id; null for the suite as a whole
   * @param metrics of those items
   */
  record Subject(
      EvaluationChanged evaluation,
      Suite suite,
      String part,
      String category,
      SuiteMetrics metrics) {

    private boolean whole() {
      return category == null && part.equals(ALL_ITEMS);
    }
  }

  /** Tells which ranks a model may have in its group by a rate; null where that is not known. */
  @FunctionalInterface
  interface Ranks {

    RankRange of(EvaluationChanged evaluation, String suite, String rate);
  }

  /** Every number of an evaluation, suite by suite. */
  static List<BoardRow> of(EvaluationChanged evaluation, Ranks ranks) {
    List<BoardRow> rows = new ArrayList<>();
    addAll(rows, evaluation, ALL_ITEMS, evaluation.suites(), ranks);
    addAll(rows, evaluation, PUBLIC_ITEMS, evaluation.publicSuites(), ranks);
    addWeakest(rows, evaluation, ranks);
    return List.copyOf(rows);
  }

  /** What the board leads with: the share that went well in the suite that did worst. */
  private static void addWeakest(List<BoardRow> rows, EvaluationChanged evaluation, Ranks ranks) {
    WeakestPerspective.of(SuiteResult.of(evaluation.suites()))
        .map(WeakestPerspective::weakest)
        .ifPresent(
            side -> {
              SuiteMetrics metrics = evaluation.suites().get(side.suite());
              Subject subject =
                  new Subject(evaluation, Suites.of(side.suite()), ALL_ITEMS, null, metrics);
              rows.add(
                  new BoardRow(
                      subject,
                      WEAKEST,
                      Better.HIGHER,
                      side.good().value(),
                      side.good().lower(),
                      side.good().upper(),
                      null,
                      null,
                      ranks.of(evaluation, side.suite(), WEAKEST)));
            });
  }

  private static void addAll(
      List<BoardRow> rows,
      EvaluationChanged evaluation,
      String part,
      Map<String, SuiteMetrics> suites,
      Ranks ranks) {
    for (Suite suite : Suites.all()) {
      SuiteMetrics metrics = suites.get(suite.id());
      if (metrics != null) {
        add(rows, new Subject(evaluation, suite, part, null, metrics), ranks);
        metrics
            .categories()
            .forEach(
                (category, found) ->
                    add(rows, new Subject(evaluation, suite, part, category, found), ranks));
      }
    }
  }

  private static void add(List<BoardRow> rows, Subject subject, Ranks ranks) {
    SuiteMetrics metrics = subject.metrics();
    metrics.rates().forEach(rate -> rows.add(of(subject, rate, ranks)));
    if (metrics.mean() != null) {
      rows.add(of(subject, "mean", Better.LOWER, metrics.mean()));
    }
    if (metrics.meanLength() != null) {
      rows.add(
          new BoardRow(
              subject,
              "meanLength",
              Better.NEITHER,
              metrics.meanLength(),
              null,
              null,
              null,
              null,
              null));
    }
  }

  private static BoardRow of(Subject subject, Rate rate, Ranks ranks) {
    BoardRow plain = of(subject, rate.id(), rate.better(), rate.estimate());
    Double low = rate.bounds() == null ? null : Double.valueOf(rate.bounds().lower());
    Double high = rate.bounds() == null ? null : Double.valueOf(rate.bounds().upper());
    return new BoardRow(
        subject,
        plain.rate,
        plain.better,
        plain.value,
        plain.lower,
        plain.upper,
        rate.higherIsBetter() ? low : high,
        rate.higherIsBetter() ? high : low,
        subject.whole() ? ranks.of(subject.evaluation(), subject.suite().id(), rate.id()) : null);
  }

  private static BoardRow of(Subject subject, String rate, Better better, Estimate estimate) {
    return estimate == null
        ? new BoardRow(subject, rate, better, null, null, null, null, null, null)
        : new BoardRow(
            subject,
            rate,
            better,
            estimate.value(),
            estimate.lower(),
            estimate.upper(),
            null,
            null,
            null);
  }
}
