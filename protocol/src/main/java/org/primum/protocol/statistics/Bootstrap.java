package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.List;
import org.primum.protocol.Require;

/**
 * The percentile bootstrap for a mean (B. Efron, "Bootstrap Methods", Annals of Statistics 7,
 * 1979), seeded, so that the same scores always give the same interval.
 */
public final class Bootstrap {

  private Bootstrap() {}

  /** The mean of the scores and its 95 % interval; at least one score is needed. */
  public static Estimate mean(int[] scores) {
    return mean(Arrays.stream(scores).asDoubleStream().toArray());
  }

  /** The mean of the scores and its 95 % interval; at least one score is needed. */
  public static Estimate mean(double[] scores) {
    return Resamples.of(scores).estimate();
  }

  /**
   * The mean over items that were each asked several times. Every item counts once, by the mean of
   * its repeats, and items are resampled whole: repeats of one item are alike and are no further
   * evidence about other items (A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their
   * Application", 1997, section 3.8).
   *
   * @param repeats one array for each item with its scores, at least one each; the numbers of
   *     repeats may differ
   */
  public static Estimate clusteredMean(double[][] repeats) {
    return Resamples.of(means(repeats)).estimate();
  }

  /**
   * The same of several groups of items, in less time than one after the other.
   *
   * @return one for each group, in their order
   */
  public static List<Estimate> clusteredMeans(List<double[][]> groups) {
    return Resamples.of(groups.stream().map(Bootstrap::means).toList()).stream()
        .map(Resamples::estimate)
        .toList();
  }

  private static double[] means(double[][] repeats) {
    Require.that(
        Arrays.stream(repeats).allMatch(scores -> scores.length > 0),
        "every item needs at least one score");
    return Arrays.stream(repeats).mapToDouble(Resamples::mean).toArray();
  }
}
