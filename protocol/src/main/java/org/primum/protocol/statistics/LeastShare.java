package org.primum.protocol.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.primum.protocol.Require;

/**
 * One of several shares of a model of which the least counts, as for its weakest perspective.
 *
 * <p>That one model's least share is more than another's is claimed only when every share of the
 * one is shown to be more than one and the same share of the other: if the other's least were at
 * least as much, then at least one of these claims would be false, whichever share of the other was
 * taken. So the largest of their p values is a p value for all (R. L. Berger, "Multiparameter
 * Hypothesis Testing and Acceptance Sampling", Technometrics 24, 1982), and the choice of the
 * other's share is paid for by multiplying with the number of shares (Bonferroni).
 *
 * @param estimate the share, 0 to 1, more is better; with its 95 % interval
 * @param outcomes the same item by item, for comparison on the same items; null where the share is
 *     not made of items with yes or no
 */
public record LeastShare(Estimate estimate, YesNo outcomes) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public LeastShare {
    Require.present(estimate, "estimate");
  }

  /**
   * How likely such data are if the first model's least share is no more than the second's.
   *
   * @param first the shares of one model
   * @param second the same shares of another model, in the same order
   */
  static double pValue(List<LeastShare> first, List<LeastShare> second) {
    Require.that(
        !first.isEmpty() && first.size() == second.size(),
        "models are compared by the same shares, one at least");
    double least = 1;
    for (int of = 0; of < second.size(); of++) {
      double most = 0;
      for (int at = 0; at < first.size() && most < least; at++) {
        LeastShare one = first.get(at);
        LeastShare other = second.get(of);
        most = Math.max(most, at == of ? one.moreOnSameItems(other) : one.more(other));
      }
      least = Math.min(least, most);
    }
    return Math.min(1, first.size() * least);
  }

  /** The p value of its being no more than another on the same items. */
  private double moreOnSameItems(LeastShare other) {
    if (outcomes == null || other.outcomes == null) {
      return more(other);
    }
    McNemar test = outcomes.against(other.outcomes);
    return test.onlyFirst() > test.onlySecond() ? test.pValue() / 2 : 1;
  }

  /** The p value of its being no more than another on other items. */
  private double more(LeastShare other) {
    double difference = estimate.value() - other.estimate.value();
    // The interval of the difference, on the side of none: Newcombe's, for any level.
    double distance =
        Math.hypot(
            estimate.value() - estimate.lower(), other.estimate.upper() - other.estimate.value());
    if (difference <= 0) {
      return 1;
    }
    return distance == 0 ? 0 : NORMAL.survivalProbability(Confidence.Z * difference / distance);
  }
}
