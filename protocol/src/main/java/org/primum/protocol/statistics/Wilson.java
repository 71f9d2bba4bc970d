package org.primum.protocol.statistics;

import static org.primum.protocol.statistics.Confidence.Z;

import org.primum.protocol.Require;

/**
 * The Wilson score interval for a rate (E. B. Wilson, "Probable Inference, the Law of Succession,
 * and Statistical Inference", JASA 22, 1927), 95 %, without continuity correction.
 */
public final class Wilson {

  private Wilson() {}

  /**
   * The rate and its interval, both between 0 and 1.
   *
   * @param successes 0 to {@code trials}
   * @param trials at least 1
   */
  public static Estimate interval(int successes, int trials) {
    Require.that(trials > 0, "a rate needs at least one trial");
    Require.that(successes >= 0 && successes <= trials, "successes must be 0 to trials");
    return interval((double) successes / trials, trials);
  }

  /**
   * The interval of a rate that need not be a whole number of trials: each item was asked several
   * times and its outcomes were averaged. Items are what was sampled, so only their number counts.
   * Asking one item again makes its own outcome surer, which the interval does not use: it is never
   * narrower than the items support, and wider than it need be where repeats disagree.
   *
   * @param rate 0 to 1
   * @param trials number of items, however often each was asked; at least 1
   */
  public static Estimate interval(double rate, int trials) {
    Require.that(trials > 0, "a rate needs at least one trial");
    Require.that(rate >= 0 && rate <= 1, "a rate must be 0 to 1");
    double zz = Z * Z;
    double centre = (rate + zz / (2.0 * trials)) / (1 + zz / trials);
    double half =
        Z
            * Math.sqrt(rate * (1 - rate) / trials + zz / (4.0 * trials * trials))
            / (1 + zz / trials);
    // Rounding may miss the exact ends 0 and 1 by one unit in the last place.
    double lower = Math.clamp(centre - half, 0, rate);
    double upper = Math.clamp(centre + half, rate, 1);
    return new Estimate(rate, lower, upper);
  }
}
