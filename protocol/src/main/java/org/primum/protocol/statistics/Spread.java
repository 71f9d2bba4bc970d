package org.primum.protocol.statistics;

import java.util.Collections;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.primum.protocol.Require;

/**
 * How far the same measurement moves when it is repeated.
 *
 * @param repeats how often it was made
 * @param values what each repeat gave, in the order of the repeats
 * @param mean their mean
 * @param deviation their standard deviation, divided by repeats - 1, with a 95 % interval; null
 *     after a single repeat, which says nothing about it
 * @param minimum the smallest
 * @param maximum the largest
 */
public record Spread(
    int repeats,
    List<Double> values,
    double mean,
    Estimate deviation,
    double minimum,
    double maximum) {

  public Spread {
    values = List.copyOf(values);
    Require.that(repeats > 0 && repeats == values.size(), "a spread needs a value a repeat");
    Require.that(minimum <= mean && mean <= maximum, "the mean must lie between the ends");
    Require.that((deviation == null) == (repeats == 1), "a deviation needs two repeats");
  }

  /** The spread of one value for each repeat; at least one is needed. */
  public static Spread of(List<Double> values) {
    Require.that(!values.isEmpty(), "a spread needs at least one repeat");
    Require.that(values.stream().allMatch(Double::isFinite), "a value is not a number");
    double mean = Resamples.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
    return new Spread(
        values.size(),
        values,
        mean,
        values.size() == 1 ? null : deviation(values, mean),
        Collections.min(values),
        Collections.max(values));
  }

  /**
   * The interval is the chi-squared one of a normal sample (G. W. Snedecor and W. G. Cochran,
   * "Statistical Methods", on the confidence interval for a variance). A bootstrap of the handful
   * of repeats there are would be far too narrow.
   */
  private static Estimate deviation(List<Double> values, double mean) {
    double squares =
        values.stream().sorted().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    int degrees = values.size() - 1;
    ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degrees);
    return new Estimate(
        Math.sqrt(squares / degrees),
        Math.sqrt(squares / chiSquared.inverseSurvivalProbability(Confidence.TAIL)),
        Math.sqrt(squares / chiSquared.inverseCumulativeProbability(Confidence.TAIL)));
  }
}
