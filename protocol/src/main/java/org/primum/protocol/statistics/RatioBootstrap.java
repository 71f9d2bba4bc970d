package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.primum.protocol.Require;

/**
 * The percentile bootstrap for a ratio of two sums over the same units (B. Efron and R. Tibshirani,
 * "An Introduction to the Bootstrap", 1993, chapter 10), seeded, so that the same units always give
 * the same interval. Units are resampled whole: sentences of one answer stay together.
 */
public final class RatioBootstrap {

  private RatioBootstrap() {}

  /**
   * The ratio of the sums and its 95 % interval. Where all units have the same ratio, a single unit
   * too, resampling cannot tell how sure that is, and the interval is Wilson's over the units.
   *
   * @param parts of each unit, 0 to its whole
   * @param wholes of each unit
   * @return null when the wholes come to nothing
   */
  public static Estimate ratio(double[] parts, double[] wholes) {
    Require.that(parts.length == wholes.length, "each unit has a part and a whole");
    double whole = DoubleStream.of(wholes).sum();
    if (whole == 0) {
      return null;
    }
    double ratio = DoubleStream.of(parts).sum() / whole;
    double[] ratios =
        IntStream.range(0, parts.length)
            .filter(unit -> wholes[unit] > 0)
            .mapToDouble(unit -> parts[unit] / wholes[unit])
            .distinct()
            .toArray();
    if (ratios.length == 1) {
      int units = (int) DoubleStream.of(wholes).filter(value -> value > 0).count();
      return Wilson.interval(ratios[0], units);
    }
    // Sorted, so that the order of the units cannot move the interval.
    int[] order =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(unit -> parts[unit])
                    .thenComparingDouble(unit -> wholes[unit]))
            .mapToInt(Integer::intValue)
            .toArray();
    return Resamples.percentiles(resampled(order, parts, wholes), ratio);
  }

  private static double[] resampled(int[] order, double[] parts, double[] wholes) {
    RandomGenerator random = Resamples.generator();
    double[] ratios = new double[Resamples.COUNT];
    for (int sample = 0; sample < Resamples.COUNT; sample++) {
      double part = 0;
      double whole = 0;
      // A sample without any whole says nothing, and is drawn again.
      while (whole == 0) {
        part = 0;
        for (int draw = 0; draw < order.length; draw++) {
          int unit = order[random.nextInt(order.length)];
          part += parts[unit];
          whole += wholes[unit];
        }
      }
      ratios[sample] = part / whole;
    }
    Arrays.sort(ratios);
    return ratios;
  }
}
