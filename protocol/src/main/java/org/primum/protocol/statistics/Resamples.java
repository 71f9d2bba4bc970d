package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.primum.protocol.Require;

/**
 * The means of bootstrap samples, in ascending order. The generator is named and seeded, and the
 * values are sorted before drawing, so the same values in any order give the same means.
 */
final class Resamples {

  /** Number of bootstrap samples. */
  static final int COUNT = 2_000;

  private static final String GENERATOR = "L64X128MixRandom";
  private static final long SEED = 25_070_7248L;

  private final double[] means = new double[COUNT];

  Resamples(double[] values) {
    Require.that(values.length > 0, "a mean needs at least one score");
    Require.that(Arrays.stream(values).allMatch(Double::isFinite), "a score is not a number");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    RandomGenerator random = generator();
    for (int sample = 0; sample < COUNT; sample++) {
      double sum = 0;
      for (int draw = 0; draw < sorted.length; draw++) {
        sum += sorted[random.nextInt(sorted.length)];
      }
      means[sample] = sum / sorted.length;
    }
    Arrays.sort(means);
  }

  /** A generator at the start of its sequence; every bootstrap draws from the same. */
  static RandomGenerator generator() {
    return RandomGeneratorFactory.of(GENERATOR).create(SEED);
  }

  /** Mean and percentile interval of the values that were drawn from. */
  static Estimate estimate(double[] values) {
    return new Resamples(values).around(mean(values));
  }

  /** The mean of the values in ascending order, so that rounding does not depend on their order. */
  static double mean(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double average = Arrays.stream(sorted).average().orElseThrow();
    // Rounding may leave the mean of equal values beside them.
    return Math.clamp(average, sorted[0], sorted[sorted.length - 1]);
  }

  /** The percentile interval, widened where it would not hold the value. */
  Estimate around(double value) {
    return percentiles(means, value);
  }

  /** The same of {@value #COUNT} values of any statistic, in ascending order. */
  static Estimate percentiles(double[] ascending, double value) {
    double lower = ascending[(int) Math.floor(Confidence.TAIL * (COUNT - 1))];
    double upper = ascending[(int) Math.ceil((1 - Confidence.TAIL) * (COUNT - 1))];
    return new Estimate(value, Math.min(lower, value), Math.max(upper, value));
  }

  /** How many means are at or below the bound. */
  int atMost(double bound) {
    return (int) Arrays.stream(means).filter(mean -> mean <= bound).count();
  }

  /** How many means are at or above the bound. */
  int atLeast(double bound) {
    return (int) Arrays.stream(means).filter(mean -> mean >= bound).count();
  }
}
