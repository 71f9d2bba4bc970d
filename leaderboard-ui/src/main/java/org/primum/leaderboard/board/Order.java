package org.primum.leaderboard.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.Rate;

/**
 * What the rows of a group are ordered by.
 *
 * @param label as in the board's address
 * @param suite the suite's id where a rate decides, or null
 * @param rate the rate's id where a rate decides, or null
 */
public record Order(String label, String suite, String rate) {

  /** By the models' names. */
  public static final Order NAME = new Order("name", null, null);

  /** The newest evaluation first. */
  public static final Order DATE = new Order("date", null, null);

  /** By what each model does worst in, the best first. */
  public static final Order WEAKEST = new Order("weakest", null, null);

  /** By a rate of a suite, the best first. */
  public static Order of(String suite, String rate) {
    return new Order(suite + "." + rate, suite, rate);
  }

  /** Whether that rate of that suite decides. */
  public boolean by(String otherSuite, Rate otherRate) {
    return suite != null && suite.equals(otherSuite) && rate.equals(otherRate.id());
  }

  /** Whether the weakest perspective decides. */
  public boolean byWeakest() {
    return equals(WEAKEST);
  }

  /** The order in an address; the board's usual one when there is none. */
  static Order named(String label) {
    if (label == null) {
      return WEAKEST;
    }
    int dot = label.indexOf('.');
    return dot >= 0
        ? of(label.substring(0, dot), label.substring(dot + 1))
        : label.equals(NAME.label) ? NAME : label.equals(DATE.label) ? DATE : WEAKEST;
  }

  /** This order where a group has such a rate, else the usual one. */
  Order within(List<Board.Column> columns) {
    return suite == null
            || columns.stream()
                .anyMatch(
                    column -> column.rates().stream().anyMatch(shown -> by(column.suite(), shown)))
        ? this
        : WEAKEST;
  }

  /** The best first, those without a number last, and by name among equals. */
  Comparator<Board.Row> comparator() {
    Comparator<Board.Row> byName = Comparator.comparing(row -> row.model().name());
    if (equals(NAME)) {
      return byName;
    }
    return equals(DATE)
        ? Comparator.comparing(Order::ended).reversed().thenComparing(byName)
        : Comparator.<Board.Row>comparingDouble(this::goodness).reversed().thenComparing(byName);
  }

  private static Instant ended(Board.Row row) {
    EvaluationChanged evaluation = row.evaluation();
    return evaluation.finishedAt() == null ? Instant.EPOCH : evaluation.finishedAt();
  }

  private double goodness(Board.Row row) {
    if (byWeakest()) {
      return row.weakest() == null ? -1 : row.weakest().weakest().good().value();
    }
    return row.cells().stream()
        .map(Board.Cell::suite)
        .filter(found -> found != null && found.id().equals(suite))
        .map(this::rate)
        .flatMap(Optional::stream)
        .filter(shown -> shown.estimate() != null)
        .mapToDouble(
            shown ->
                shown.higherIsBetter() ? shown.estimate().value() : 1 - shown.estimate().value())
        .findFirst()
        .orElse(-1);
  }

  private Optional<Rate> rate(SuiteResult found) {
    return found.headline().stream().filter(shown -> by(found.id(), shown)).findFirst();
  }
}
