package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.primum.protocol.Require;

/**
 * The percentile bootstrap for a ratio of two sums over the same units (B. Efron and R. Tibshirani,
 * "An Introduction to the Bootstrap", 1993, chapter 10), seeded, so that the same units always give
 * the same interval. Units are resampled whole: sentences of one answer stay together.
 */
public final class RatioBootstrap implements Draws.Taker {

  /** Sums of so large whole numbers, of each half of a long, stay in their half. */
  private static final double LARGEST_SUM = 0x1p30;

  private static final int HALF = 32;

  private final double[] parts;
  private final double[] wholes;

  /** Part and whole in one number, which are added at once; null where they are no whole ones. */
  private final long[] pairs;

  private final double[] ratios = new double[Resamples.COUNT];
  private int samples;
  private int drawn;
  private double part;
  private double whole;
  private long pair;

  private RatioBootstrap(Sums sums) {
    // Sorted, so that the order of the units cannot move the interval.
    int[] order =
        IntStream.range(0, sums.parts.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(unit -> sums.parts[unit])
                    .thenComparingDouble(unit -> sums.wholes[unit]))
            .mapToInt(Integer::intValue)
            .toArray();
    parts = IntStream.of(order).mapToDouble(unit -> sums.parts[unit]).toArray();
    wholes = IntStream.of(order).mapToDouble(unit -> sums.wholes[unit]).toArray();
    pairs = pairs(parts, wholes);
  }

  private static long[] pairs(double[] parts, double[] wholes) {
    double largest = LARGEST_SUM / parts.length;
    long[] high = Resamples.whole(parts, largest);
    long[] low = Resamples.whole(wholes, largest);
    if (high == null || low == null || negative(parts) || negative(wholes)) {
      return null;
    }
    return IntStream.range(0, high.length)
        .mapToLong(unit -> high[unit] << HALF | low[unit])
        .toArray();
  }

  private static boolean negative(double[] values) {
    return DoubleStream.of(values).anyMatch(value -> value < 0);
  }

  /**
   * Two sums over the same units.
   *
   * @param parts of each unit, 0 to its whole
   * @param wholes of each unit
   */
  public record Sums(double[] parts, double[] wholes) {

    public Sums {
      Require.that(parts.length == wholes.length, "each unit has a part and a whole");
    }

    /** Null when the wholes come to nothing. */
    private Double ratio() {
      double whole = DoubleStream.of(wholes).sum();
      return whole == 0 ? null : DoubleStream.of(parts).sum() / whole;
    }

    /** The ratio that every unit has; null where they differ. */
    private Double common() {
      double[] different =
          IntStream.range(0, parts.length)
              .filter(unit -> wholes[unit] > 0)
              .mapToDouble(unit -> parts[unit] / wholes[unit])
              .distinct()
              .limit(2)
              .toArray();
      return different.length == 1 ? different[0] : null;
    }

    private int units() {
      return (int) DoubleStream.of(wholes).filter(value -> value > 0).count();
    }
  }

  /**
   * The ratio of the sums and its 95 % interval. Where all units have the same ratio, a single unit
   * too, resampling cannot tell how sure that is, and the interval is Wilson's over the units.
   *
   * @param parts of each unit, 0 to its whole
   * @param wholes of each unit
   * @return null when the wholes come to nothing
   */
  public static Estimate ratio(double[] parts, double[] wholes) {
    return ratios(List.of(new Sums(parts, wholes))).getFirst();
  }

  /**
   * The same of several pairs of sums, in less time than one after the other.
   *
   * @return one for each pair, in their order; those whose wholes come to nothing are null
   */
  public static List<Estimate> ratios(List<Sums> all) {
    List<RatioBootstrap> bootstraps =
        all.stream()
            .map(
                sums ->
                    sums.ratio() == null || sums.common() != null ? null : new RatioBootstrap(sums))
            .toList();
    Draws.forAll(bootstraps.stream().filter(Objects::nonNull).toList());
    return IntStream.range(0, all.size())
        .mapToObj(number -> estimate(all.get(number), bootstraps.get(number)))
        .toList();
  }

  private static Estimate estimate(Sums sums, RatioBootstrap resampled) {
    Double ratio = sums.ratio();
    if (ratio == null) {
      return null;
    }
    if (resampled == null) {
      return Wilson.interval(sums.common(), sums.units());
    }
    Arrays.sort(resampled.ratios);
    return Resamples.percentiles(resampled.ratios, ratio);
  }

  @Override
  public int units() {
    return parts.length;
  }

  @Override
  public boolean take(int[] units, int count) {
    int at = 0;
    while (at < count && samples < Resamples.COUNT) {
      int until = Math.min(count, at + parts.length - drawn);
      drawn += until - at;
      if (pairs == null) {
        add(units, at, until);
      } else {
        addPairs(units, at, until);
      }
      at = until;
      if (drawn == parts.length) {
        end();
      }
    }
    return samples < Resamples.COUNT;
  }

  private void add(int[] units, int from, int until) {
    double partSum = part;
    double wholeSum = whole;
    for (int at = from; at < until; at++) {
      partSum += parts[units[at]];
      wholeSum += wholes[units[at]];
    }
    part = partSum;
    whole = wholeSum;
  }

  private void addPairs(int[] units, int from, int until) {
    long sum = pair;
    for (int at = from; at < until; at++) {
      sum += pairs[units[at]];
    }
    pair = sum;
  }

  private void end() {
    if (pairs != null) {
      part = pair >>> HALF;
      whole = (int) pair;
    }
    // A sample without any whole says nothing, and is drawn again.
    if (whole != 0) {
      ratios[samples++] = part / whole;
    }
    part = 0;
    whole = 0;
    pair = 0;
    drawn = 0;
  }
}
