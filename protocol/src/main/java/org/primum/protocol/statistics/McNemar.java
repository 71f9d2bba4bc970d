package org.primum.protocol.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.primum.protocol.Require;

/**
 * Whether two models differ on the same items, by yes or no (Q. McNemar, "Note on the Sampling
 * Error of the Difference between Correlated Proportions or Percentages", Psychometrika 12, 1947).
 * Only items on which they disagree say anything.
 *
 * @param onlyFirst items that counted for the first model alone
 * @param onlySecond items that counted for the second model alone
 * @param method how the p value was computed
 * @param pValue two-sided; 1 when the models disagree on no item
 */
public record McNemar(int onlyFirst, int onlySecond, Method method, double pValue) {

  /** With fewer discordant items the chi-squared distribution is no good approximation. */
  static final int EXACT_BELOW = 25;

  private static final ChiSquaredDistribution CHI_SQUARED = ChiSquaredDistribution.of(1);

  /** How a p value is computed. */
  public enum Method {
    /** Twice the smaller tail of the binomial distribution at one half, at most 1. */
    EXACT {
      @Override
      double pValue(int onlyFirst, int onlySecond) {
        int discordant = Math.addExact(onlyFirst, onlySecond);
        double tail =
            BinomialDistribution.of(discordant, 0.5)
                .cumulativeProbability(Math.min(onlyFirst, onlySecond));
        return Math.min(1, 2 * tail);
      }
    },
    /** McNemar's statistic as he gave it. */
    CHI_SQUARED {
      @Override
      double pValue(int onlyFirst, int onlySecond) {
        return chiSquared(onlyFirst, onlySecond, 0);
      }
    },
    /**
     * With the continuity correction (A. L. Edwards, "Note on the Correction for Continuity in
     * Testing the Significance of the Difference between Correlated Proportions", Psychometrika 13,
     * 1948), which comes near the exact p value.
     */
    CHI_SQUARED_CORRECTED {
      @Override
      double pValue(int onlyFirst, int onlySecond) {
        return chiSquared(onlyFirst, onlySecond, 1);
      }
    };

    abstract double pValue(int onlyFirst, int onlySecond);

    private static double chiSquared(int onlyFirst, int onlySecond, int correction) {
      double difference = Math.max(0, Math.abs((double) onlyFirst - onlySecond) - correction);
      double discordant = (double) onlyFirst + onlySecond;
      return discordant == 0
          ? 1
          : McNemar.CHI_SQUARED.survivalProbability(difference * difference / discordant);
    }
  }

  public McNemar {
    Require.that(onlyFirst >= 0 && onlySecond >= 0, "counts of items cannot be negative");
    Require.present(method, "method");
    Require.that(pValue >= 0 && pValue <= 1, "a p value must be 0 to 1");
  }

  /** The exact test below {@value #EXACT_BELOW} discordant items, else with the correction. */
  public static McNemar of(int onlyFirst, int onlySecond) {
    boolean few = (long) onlyFirst + onlySecond < EXACT_BELOW;
    return of(onlyFirst, onlySecond, few ? Method.EXACT : Method.CHI_SQUARED_CORRECTED);
  }

  /** The test by a method of one's choice. */
  public static McNemar of(int onlyFirst, int onlySecond, Method method) {
    Require.that(onlyFirst >= 0 && onlySecond >= 0, "counts of items cannot be negative");
    return new McNemar(onlyFirst, onlySecond, method, method.pValue(onlyFirst, onlySecond));
  }
}
