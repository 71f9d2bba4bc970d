package org.primum.protocol.statistics;

import java.util.stream.IntStream;
import org.primum.protocol.Require;

/** How often two raters gave each pair of categories, and what their disagreements cost. */
final class AgreementTable {

  private final int[][] counts;
  private final int items;
  private final double[] rows;
  private final double[] columns;
  private final WeightedKappa.Weights weights;

  /**
   * A table of counts.
   *
   * @param counts square, at least two categories and one item
   */
  AgreementTable(int[][] counts, WeightedKappa.Weights weights) {
    Require.that(counts.length > 1, "agreement needs at least two categories");
    this.counts = counts;
    this.weights = weights;
    int total = 0;
    int[] rowCounts = new int[counts.length];
    int[] columnCounts = new int[counts.length];
    for (int row = 0; row < counts.length; row++) {
      Require.that(counts[row].length == counts.length, "the table must be square");
      for (int column = 0; column < counts.length; column++) {
        int count = counts[row][column];
        Require.that(count >= 0, "counts of items cannot be negative");
        total = Math.addExact(total, count);
        rowCounts[row] += count;
        columnCounts[column] += count;
      }
    }
    Require.that(total > 0, "agreement needs at least one item");
    items = total;
    rows = shares(rowCounts);
    columns = shares(columnCounts);
  }

  private double[] shares(int[] ofItems) {
    return IntStream.of(ofItems).mapToDouble(count -> (double) count / items).toArray();
  }

  int items() {
    return items;
  }

  /** Whether every item got one and the same category from both. */
  boolean oneCategory() {
    return IntStream.range(0, counts.length).anyMatch(index -> counts[index][index] == items);
  }

  /** The weighted share of agreement; exactly 1 when the raters agree on every item. */
  double observed() {
    return 1 - sum((row, column) -> share(row, column) * cost(row, column));
  }

  /** The same if the raters kept their shares of categories and agreed by chance alone. */
  double expected() {
    return 1 - sum((row, column) -> rows[row] * columns[column] * cost(row, column));
  }

  /**
   * The standard error for an interval around kappa, not the one for a test against zero (J. L.
   * Fleiss, J. Cohen and B. S. Everitt, "Large Sample Standard Errors of Kappa and Weighted Kappa",
   * Psychological Bulletin 72, 1969).
   */
  double standardError() {
    double observed = observed();
    double expected = expected();
    double squares =
        sum(
            (row, column) -> {
              double margins = rowWeight(row) + columnWeight(column);
              double deviation =
                  (1 - cost(row, column)) * (1 - expected) - margins * (1 - observed);
              return share(row, column) * deviation * deviation;
            });
    double centre = observed * expected - 2 * expected + observed;
    // Rounding may leave a variance of zero just below it.
    double variance = Math.max(0, squares - centre * centre);
    return Math.sqrt(variance / items) / ((1 - expected) * (1 - expected));
  }

  /** The mean weight of a row under the shares of the other rater. */
  private double rowWeight(int row) {
    return IntStream.range(0, columns.length)
        .mapToDouble(column -> columns[column] * (1 - cost(row, column)))
        .sum();
  }

  private double columnWeight(int column) {
    return IntStream.range(0, rows.length)
        .mapToDouble(row -> rows[row] * (1 - cost(row, column)))
        .sum();
  }

  private double share(int row, int column) {
    return (double) counts[row][column] / items;
  }

  private double cost(int row, int column) {
    return weights.cost(Math.abs(row - column), counts.length - 1);
  }

  private double sum(Cell cell) {
    return IntStream.range(0, counts.length * counts.length)
        .mapToDouble(index -> cell.value(index / counts.length, index % counts.length))
        .sum();
  }

  private interface Cell {
    double value(int row, int column);
  }
}
