package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.List;
import org.primum.protocol.Require;

/**
 * The means of bootstrap samples, in ascending order. The generator is named and seeded, and the
 * values are sorted before drawing, so the same values in any order give the same means.
 */
final class Resamples implements Draws.Taker {

  /** Number of bootstrap samples. */
  static final int COUNT = 2_000;

  /** Up to here sums of whole numbers are exact. */
  private static final double EXACT = 0x1p53;

  private final double[] sorted;

  /** The same as whole numbers, which are added faster; null where they are not. */
  private final long[] whole;

  private final double[] means = new double[COUNT];
  private int samples;
  private int drawn;
  private double sum;
  private long wholeSum;

  private Resamples(double[] values) {
    Require.that(values.length > 0, "a mean needs at least one score");
    Require.that(Arrays.stream(values).allMatch(Double::isFinite), "a score is not a number");
    sorted = values.clone();
    Arrays.sort(sorted);
    whole = whole(sorted, EXACT / sorted.length);
  }

  /**
   * Values as whole numbers.
   *
   * @return null where one is none, or beyond the largest on either side
   */
  static long[] whole(double[] values, double largest) {
    return Arrays.stream(values)
            .allMatch(value -> Math.rint(value) == value && Math.abs(value) <= largest)
        ? Arrays.stream(values).mapToLong(value -> (long) value).toArray()
        : null;
  }

  /** Resamples of these values. */
  static Resamples of(double[] values) {
    return of(List.of(values)).getFirst();
  }

  /** Resamples of each of these lists of values, the same as one after the other. */
  static List<Resamples> of(List<double[]> lists) {
    List<Resamples> all = lists.stream().map(Resamples::new).toList();
    Draws.forAll(all);
    all.forEach(resamples -> Arrays.sort(resamples.means));
    return all;
  }

  @Override
  public int units() {
    return sorted.length;
  }

  @Override
  public boolean take(int[] units, int count) {
    int at = 0;
    while (at < count && samples < COUNT) {
      int until = Math.min(count, at + sorted.length - drawn);
      drawn += until - at;
      if (whole == null) {
        add(units, at, until);
      } else {
        addWhole(units, at, until);
      }
      at = until;
      if (drawn == sorted.length) {
        means[samples++] = (sum + wholeSum) / sorted.length;
        sum = 0;
        wholeSum = 0;
        drawn = 0;
      }
    }
    return samples < COUNT;
  }

  /** Always in the order they are drawn, so that rounding is always the same. */
  private void add(int[] units, int from, int until) {
    double added = sum;
    for (int at = from; at < until; at++) {
      added += sorted[units[at]];
    }
    sum = added;
  }

  /** The same where nothing is rounded. */
  private void addWhole(int[] units, int from, int until) {
    long added = wholeSum;
    for (int at = from; at < until; at++) {
      added += whole[units[at]];
    }
    wholeSum = added;
  }

  /** Mean and percentile interval of the values that were drawn from. */
  Estimate estimate() {
    return around(mean(sorted));
  }

  /** The mean of the values in ascending order, so that rounding does not depend on their order. */
  static double mean(double[] values) {
    if (values.length == 1) {
      return values[0];
    }
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
