package org.primum.protocol.statistics;

import java.util.Arrays;
import org.primum.protocol.Require;

/**
 * The values that cut a sample into four equal parts, interpolated linearly between its values (R.
 * J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50,
 * 1996, definition 7).
 *
 * @param count how many values there are
 * @param lower a quarter of the values is at most this
 * @param median half of them is
 * @param upper three quarters are
 */
public record Quartiles(int count, double lower, double median, double upper) {

  public Quartiles {
    Require.that(count > 0, "quartiles need at least one value");
    Require.that(lower <= median && median <= upper, "quartiles must be in order");
  }

  /** Of at least one value, in any order. */
  public static Quartiles of(double[] values) {
    Require.that(values.length > 0, "quartiles need at least one value");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(
        sorted.length, quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
