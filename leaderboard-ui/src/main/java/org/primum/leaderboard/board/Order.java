package org.primum.leaderboard.board;

import java.util.Comparator;
import java.util.List;
import org.primum.protocol.scoring.Rate;

/**
 * What the rows of a group are ordered by: a rate of a suite, the best first, or the models' names.
 *
 * @param suite the suite's id, or null for names
 * @param rate the rate's id, or null for names
 */
public record Order(String suite, String rate) {

  /** By the models' names. */
  public static final Order NAME = new Order(null, null);

  /** By what a group shows first. */
  static final Order FIRST = new Order("", "");

  /** As in the board's address. */
  public String label() {
    return suite == null ? "name" : suite + "." + rate;
  }

  /** Whether that rate of that suite decides. */
  public boolean by(String otherSuite, Rate otherRate) {
    return suite != null && suite.equals(otherSuite) && rate.equals(otherRate.id());
  }

  /** The order in an address; what a group shows first when there is none. */
  static Order named(String label) {
    if (label == null || label.isBlank()) {
      return FIRST;
    }
    int dot = label.indexOf('.');
    return dot < 0
        ? label.equals(NAME.label()) ? NAME : FIRST
        : new Order(label.substring(0, dot), label.substring(dot + 1));
  }

  /** This order where a group has such a rate, else the first the group has. */
  Order within(List<Board.Column> columns) {
    if (suite == null) {
      return this;
    }
    Order first = null;
    for (Board.Column column : columns) {
      for (Rate shown : column.rates()) {
        if (by(column.suite(), shown)) {
          return this;
        }
        first = first == null ? new Order(column.suite(), shown.id()) : first;
      }
    }
    return first == null ? NAME : first;
  }

  /** The best first, those without a number last, and by name among equals. */
  Comparator<Board.Row> comparator() {
    Comparator<Board.Row> byName = Comparator.comparing(row -> row.model().name());
    return suite == null
        ? byName
        : Comparator.<Board.Row>comparingDouble(this::goodness).reversed().thenComparing(byName);
  }

  private double goodness(Board.Row row) {
    return row.cells().stream()
        .filter(cell -> cell.suite() != null)
        .flatMap(
            cell ->
                cell.suite().headline().stream()
                    .filter(shown -> by(cell.suite().id(), shown))
                    .filter(shown -> shown.estimate() != null))
        .mapToDouble(
            shown ->
                shown.higherIsBetter() ? shown.estimate().value() : 1 - shown.estimate().value())
        .findFirst()
        .orElse(-1);
  }
}
