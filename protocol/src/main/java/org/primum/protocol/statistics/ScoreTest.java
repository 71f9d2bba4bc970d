package org.primum.protocol.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.primum.protocol.Require;

/**
 * Whether a rate is another than a given share: the score test, whose acceptance at the level of 5
 * % is just Wilson's interval (A. Agresti and B. A. Coull, "Approximate Is Better than 'Exact' for
 * Interval Estimation of Binomial Proportions", The American Statistician 52, 1998). How many items
 * a rate rests on is taken from its interval. So the test serves other intervals too, with their
 * own width.
 */
public final class ScoreTest {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private ScoreTest() {}

  /**
   * The two-sided p value; below 0.05 just where the interval leaves the share out.
   *
   * @param rate between 0 and 1, with its interval
   * @param share what it may be, 0 to 1
   * @return 1 where the interval has no width on that side, and so says nothing of chance
   */
  public static double pValue(Estimate rate, double share) {
    Require.that(share >= 0 && share <= 1, "a share must be 0 to 1");
    double value = rate.value();
    double end = share > value ? rate.upper() : rate.lower();
    double reach = Math.abs(end - value);
    if (share == value || reach == 0) {
      return 1;
    }
    // An end at 0 or 1 cannot be told from the share that lies there.
    double atEnd = end * (1 - end);
    double atShare = share * (1 - share);
    if (atShare <= 0) {
      return rate.lower() <= share && share <= rate.upper() ? 1 : 0;
    }
    if (atEnd <= 0) {
      return 1;
    }
    double items = Confidence.Z * Confidence.Z * atEnd / (reach * reach);
    double z = Math.abs(value - share) * Math.sqrt(items / atShare);
    return Math.min(1, 2 * NORMAL.survivalProbability(z));
  }
}
