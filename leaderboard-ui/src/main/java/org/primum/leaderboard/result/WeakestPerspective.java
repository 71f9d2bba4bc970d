package org.primum.leaderboard.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.primum.protocol.Perspective;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Estimate;

/**
 * The perspective in which a model does worst, since an average would hide it. Every suite counts
 * with its first headline rate, turned so that more is better: a rate of which less is better is
 * taken from 1. A perspective is as good as the worst of its suites.
 *
 * @param suites the worst suite of each perspective that has one with a number, in the order of the
 *     perspectives
 * @param weakest the worst of them
 */
public record WeakestPerspective(List<OfSuite> suites, OfSuite weakest) {

  /**
   * A suite's first headline rate.
   *
   * @param suite the suite
   * @param rate as it is shown
   * @param goodness the same, turned so that more is better, 0 to 1
   */
  public record OfSuite(SuiteResult suite, Rate rate, Estimate goodness) {

    /** Whose risk it measures. */
    public Perspective perspective() {
      return suite.perspective();
    }
  }

  /** Of an evaluation; empty where no suite has a number. */
  public static Optional<WeakestPerspective> of(List<SuiteResult> results) {
    List<OfSuite> all = leading(results);
    List<OfSuite> worst =
        Arrays.stream(Perspective.values())
            .flatMap(
                perspective ->
                    all.stream()
                        .filter(of -> of.perspective() == perspective)
                        .min(byGoodness())
                        .stream())
            .toList();
    return worst.stream().min(byGoodness()).map(weakest -> new WeakestPerspective(worst, weakest));
  }

  /** Every suite that has a number, with its first headline rate. */
  public static List<OfSuite> leading(List<SuiteResult> results) {
    return results.stream()
        .filter(suite -> !suite.rates().isEmpty())
        .filter(suite -> suite.rates().getFirst().estimate() != null)
        .map(
            suite -> {
              Rate rate = suite.rates().getFirst();
              return new OfSuite(suite, rate, goodness(rate));
            })
        .toList();
  }

  private static Comparator<OfSuite> byGoodness() {
    return Comparator.comparingDouble(of -> of.goodness().value());
  }

  private static Estimate goodness(Rate rate) {
    Estimate measured = rate.estimate();
    return rate.higherIsBetter()
        ? measured
        : new Estimate(1 - measured.value(), 1 - measured.upper(), 1 - measured.lower());
  }
}
