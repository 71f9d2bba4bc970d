package org.primum.protocol.statistics;

import java.util.List;
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
      double cost(int distance, int furthest) {
        return distance == 0 ? 0 : 1;
      }
    },
    /**
     * By distance (D. V. Cicchetti and T. Allison, American Journal of EEG Technology 11, 1971).
     */
    LINEAR {
      @Override
      double cost(int distance, int furthest) {
        return (double) distance / furthest;
      }
    },
    /**
     * By the square of the distance (J. L. Fleiss and J. Cohen, Educational and Psychological
     * Measurement 33, 1973).
     */
    QUADRATIC {
      @Override
      double cost(int distance, int furthest) {
        return LINEAR.cost(distance, furthest) * LINEAR.cost(distance, furthest);
      }
    };

    abstract double cost(int distance, int furthest);
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
    int[][] counts = new int[categories.size()][categories.size()];
    for (int item = 0; item < first.size(); item++) {
      counts[category(first.get(item), categories)][category(second.get(item), categories)]++;
    }
    return of(counts, weights);
  }

  private static int category(String label, List<String> categories) {
    int category = categories.indexOf(label);
    Require.that(category >= 0, "label \"%s\" is not one of %s".formatted(label, categories));
    return category;
  }

  /**
   * Agreement by a table of counts.
   *
   * @param counts how many items got the row's category from one rater and the column's from the
   *     other; square, at least two categories in order and one item
   */
  public static WeightedKappa of(int[][] counts, Weights weights) {
    AgreementTable table = new AgreementTable(counts, weights);
    Estimate kappa = table.oneCategory() ? null : kappa(table);
    String undefined =
        kappa == null
            ? "Both raters put every item into one and the same category, so chance alone explains"
                + " their agreement and kappa has no value."
            : null;
    return new WeightedKappa(
        weights, table.items(), table.observed(), table.expected(), kappa, undefined);
  }

  private static Estimate kappa(AgreementTable table) {
    double expected = table.expected();
    double kappa = (table.observed() - expected) / (1 - expected);
    double half = Confidence.Z * table.standardError();
    double lower = Math.min(kappa, Math.max(-1, kappa - half));
    double upper = Math.max(kappa, Math.min(1, kappa + half));
    return new Estimate(kappa, lower, upper);
  }
}
