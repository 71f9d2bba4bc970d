package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.primum.protocol.Require;

/**
 * How far two models differ on the same items, by the percentile bootstrap over the items' own
 * differences (B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter
 * 13). The p value inverts the interval, counting the sample itself as one more resample (A. C.
 * Davison and D. V. Hinkley, "Bootstrap Methods and their Application", 1997, section 4.4): it is
 * below 0.05 exactly when the interval excludes zero, and never below 2 in 2,001.
 *
 * <p>With a handful of items a bootstrap claims too much; look at {@code items}.
 *
 * @param items number of items both models were scored on
 * @param difference mean of the first minus mean of the second, with its 95 % interval
 * @param pValue two-sided, for no difference
 */
public record PairedBootstrap(int items, Estimate difference, double pValue) {

  /**
   * Differences are counted in this share of the largest one, as whole numbers. So those that only
   * rounding parts are equal, and sums of up to 100,000 of them are exact: a mean of zero is zero.
   */
  private static final double GRAIN = 0x1p-36;

  public PairedBootstrap {
    Require.that(items > 0, "a comparison needs at least one item");
    Require.present(difference, "difference");
    Require.that(pValue >= 0 && pValue <= 1, "a p value must be 0 to 1");
  }

  /**
   * Compares two models.
   *
   * @param first scores of one model
   * @param second scores of the other on the same items in the same order; where items were asked
   *     several times, each one's mean
   */
  public static PairedBootstrap of(double[] first, double[] second) {
    Require.that(first.length == second.length, "both models need a score for every item");
    double[] differences =
        IntStream.range(0, first.length).mapToDouble(item -> first[item] - second[item]).toArray();
    double largest = DoubleStream.of(differences).map(Math::abs).max().orElse(0);
    double grain = largest == 0 ? 1 : largest * GRAIN;
    double[] grains = grains(differences, grain);
    double[] reversed = grains(grains, -1);
    // Drawing always starts from the same of the two directions, so that exchanging the models
    // changes nothing but the sign.
    int order = Arrays.compare(grains, reversed);
    if (order == 0) {
      return of(grains, grain).symmetric();
    }
    return order < 0 ? of(reversed, grain).reversed() : of(grains, grain);
  }

  private static double[] grains(double[] differences, double grain) {
    // Adding 0 makes a negative 0 a plain one.
    return DoubleStream.of(differences)
        .map(difference -> Math.rint(difference / grain) + 0.0)
        .sorted()
        .toArray();
  }

  private static PairedBootstrap of(double[] grains, double grain) {
    Resamples resamples = Resamples.of(grains);
    Estimate estimate = resamples.around(Resamples.mean(grains));
    int smallerTail = Math.min(resamples.atMost(0), resamples.atLeast(0));
    return new PairedBootstrap(
        grains.length,
        new Estimate(estimate.value() * grain, estimate.lower() * grain, estimate.upper() * grain),
        Math.min(1, 2.0 * (smallerTail + 1) / (Resamples.COUNT + 1)));
  }

  private PairedBootstrap reversed() {
    // From 0, because the negative of 0 is another number than 0.
    return new PairedBootstrap(
        items,
        new Estimate(0 - difference.value(), 0 - difference.upper(), 0 - difference.lower()),
        pValue);
  }

  /** Where every difference has its opposite, only chance in drawing makes one end longer. */
  private PairedBootstrap symmetric() {
    double half = (difference.upper() - difference.lower()) / 2;
    return new PairedBootstrap(items, new Estimate(0, 0 - half, half), pValue);
  }
}
