package org.primum.protocol.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far two independent estimates are apart, with a 95 % interval made of theirs: the distances
 * to their ends, squared and added (R. G. Newcombe, "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17, 1998, method 10; for other estimates G. Y.
 * Zou and A. Donner, Statistics in Medicine 27, 2008). For two results on the same items {@link
 * PairedBootstrap} and {@link McNemar} are sharper.
 */
public final class Difference {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Difference() {}

  /** The first minus the second. */
  public static Estimate of(Estimate first, Estimate second) {
    double difference = first.value() - second.value();
    double below = Math.hypot(first.value() - first.lower(), second.upper() - second.value());
    double above = Math.hypot(first.upper() - first.value(), second.value() - second.lower());
    return new Estimate(difference, difference - below, difference + above);
  }

  /**
   * The two-sided p value of a difference: below 0.05 just where its interval leaves out 0. The
   * distance from the difference to the end that is nearer to 0 is taken as that of a normal
   * distribution.
   *
   * @return 1 where the interval has no width on that side, and so says nothing of chance
   */
  public static double pValue(Estimate difference) {
    double value = difference.value();
    double reach = value > 0 ? value - difference.lower() : difference.upper() - value;
    return value == 0 || reach == 0
        ? 1
        : Math.min(1, 2 * NORMAL.survivalProbability(Confidence.Z * Math.abs(value) / reach));
  }
}
