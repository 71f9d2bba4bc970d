package org.primum.protocol.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.primum.protocol.Require;

/**
 * How far two raters agree beyond chance on ordered categories (J. Cohen, "A Coefficient of
 * Agreement for Nominal Scales", Educational and Psychological Measurement 20, 1960, and "Weighted
 * Kappa", Psychological Bulletin 70, 1968).
 *
 * @param weights what a disagreement costs
 * @param items number of items both rated
 * @param observed weighted share of agreement, 0 to 1
 * @param expected the same for raters who agree by chance alone, 0 to 1
 * @param kappa (observed - expected) / (1 - expected) with its 95 % interval by the large-sample
 *     standard error; null where it is undefined
 * @param undefined a sentence on why there is no kappa; null where there is one
 */
public record WeightedKappa(
    Weights weights,
    int items,
    double observed,
    double expected,
    Estimate kappa,
    String undefined) {

  /** What a disagreement costs, as a share of the agreement that is lost. */
  public enum Weights {
    /** Every disagreement costs all. */
    UNWEIGHTED {
      @Override
      double agreement(int distance, int furthest) {
        return distance == 0 ? 1 : 0;
      }
    },
    /**
     * By distance (D. V. Cicchetti and T. Allison, American Journal of EEG Technology 11, 1971).
     */
    LINEAR {
      @Override
      double agreement(int distance, int furthest) {
        return 1 - (double) distance / furthest;
      }
    },
    /**
     * By the square of the distance (J. L. Fleiss and J. Cohen, Educational and Psychological
     * Measurement 33, 1973).
     */
    QUADRATIC {
      @Override
      double agreement(int distance, int furthest) {
        double share = (double) distance / furthest;
        return 1 - share * share;
      }
    };

    abstract double agreement(int distance, int furthest);
  }

  public WeightedKappa {
    Require.present(weights, "weights");
    Require.that(items > 0, "agreement needs at least one item");
    Require.that(
        (kappa == null) != (undefined == null), "kappa is either there or said to be undefined");
  }

  /**
   * Agreement of two lists of labels.
   *
   * @param first the labels of one rater
   * @param second the labels of the other on the same items in the same order
   * @param categories every label that may occur, in order, at least two
   */
  public static WeightedKappa of(
      List<String> first, List<String> second, List<String> categories, Weights weights) {
    Require.that(first.size() == second.size(), "both raters need a label for every item");
    int[][] table = new int[categories.size()][categories.size()];
    for (int item = 0; item < first.size(); item++) {
      table[category(first.get(item), categories)][category(second.get(item), categories)]++;
    }
    return of(table, weights);
  }

  private static int category(String label, List<String> categories) {
    int category = categories.indexOf(label);
    Require.that(category >= 0, "label \"%s\" is not one of %s".formatted(label, categories));
    return category;
  }

  /**
   * Agreement by a table of counts.
   *
   * @param table how many items got the row's category from one rater and the column's from the
   *     other; square, at least two categories in order
   */
  public static WeightedKappa of(int[][] table, Weights weights) {
    int categories = table.length;
    Require.that(categories > 1, "agreement needs at least two categories");
    int items = 0;
    double[] rows = new double[categories];
    double[] columns = new double[categories];
    for (int row = 0; row < categories; row++) {
      Require.that(table[row].length == categories, "the table must be square");
      for (int column = 0; column < categories; column++) {
        Require.that(table[row][column] >= 0, "counts of items cannot be negative");
        items = Math.addExact(items, table[row][column]);
        rows[row] += table[row][column];
        columns[column] += table[row][column];
      }
    }
    Require.that(items > 0, "agreement needs at least one item");
    return of(new Shares(table, rows, columns, items, weights));
  }

  private static WeightedKappa of(Shares shares) {
    double observed = shares.observed();
    double expected = shares.expected();
    if (shares.oneCategory()) {
      return new WeightedKappa(
          shares.weights,
          shares.items,
          observed,
          expected,
          null,
          "Both raters put every item into one and the same category, so agreement by chance is"
              + " complete and there is nothing beyond it to measure.");
    }
    double kappa = (observed - expected) / (1 - expected);
    double half = Confidence.Z * shares.standardError(observed, expected);
    double lower = Math.min(kappa, Math.max(-1, kappa - half));
    double upper = Math.max(kappa, Math.min(1, kappa + half));
    return new WeightedKappa(
        shares.weights, shares.items, observed, expected, new Estimate(kappa, lower, upper), null);
  }

  /** The table as shares of all items, with the shares of each rater. */
  private static final class Shares {

    private final int[][] table;
    private final double[] rows;
    private final double[] columns;
    private final int items;
    private final Weights weights;

    Shares(int[][] table, double[] rowCounts, double[] columnCounts, int items, Weights weights) {
      this.table = table;
      this.rows = shares(rowCounts, items);
      this.columns = shares(columnCounts, items);
      this.items = items;
      this.weights = weights;
    }

    private static double[] shares(double[] counts, int items) {
      return IntStream.range(0, counts.length)
          .mapToDouble(index -> counts[index] / items)
          .toArray();
    }

    boolean oneCategory() {
      return IntStream.range(0, table.length).anyMatch(index -> table[index][index] == items);
    }

    double observed() {
      return sum((row, column) -> share(row, column) * weight(row, column));
    }

    double expected() {
      return sum((row, column) -> rows[row] * columns[column] * weight(row, column));
    }

    /**
     * Formula 13 of J. L. Fleiss, J. Cohen and B. S. Everitt, "Large Sample Standard Errors of
     * Kappa and Weighted Kappa", Psychological Bulletin 72, 1969: the one for an interval, not the
     * one for a test against zero.
     */
    double standardError(double observed, double expected) {
      double squares =
          sum(
              (row, column) -> {
                double deviation =
                    weight(row, column) * (1 - expected)
                        - (rowWeight(row) + columnWeight(column)) * (1 - observed);
                return share(row, column) * deviation * deviation;
              });
      double centre = observed * expected - 2 * expected + observed;
      // Rounding may leave a variance of zero just below it.
      double variance = Math.max(0, squares - centre * centre);
      return Math.sqrt(variance / items) / ((1 - expected) * (1 - expected));
    }

    /** The mean weight of a row under the other rater's shares. */
    private double rowWeight(int row) {
      return IntStream.range(0, columns.length)
          .mapToDouble(column -> columns[column] * weight(row, column))
          .sum();
    }

    private double columnWeight(int column) {
      return IntStream.range(0, rows.length)
          .mapToDouble(row -> rows[row] * weight(row, column))
          .sum();
    }

    private double share(int row, int column) {
      return (double) table[row][column] / items;
    }

    private double weight(int row, int column) {
      return weights.agreement(Math.abs(row - column), table.length - 1);
    }

    private double sum(Cell cell) {
      return IntStream.range(0, table.length * table.length)
          .mapToDouble(index -> cell.value(index / table.length, index % table.length))
          .sum();
    }

    private interface Cell {
      double value(int row, int column);
    }
  }
}
