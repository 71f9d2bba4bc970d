package org.primum.leaderboard.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.primum.protocol.Perspective;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.suite.Suites;

/**
 * The perspective from which a model does worst. An average over perspectives hides the harm, so
 * the worst one is what a model is introduced by.
 *
 * @param sides one a perspective that has a rate, in their order, each with its worst suite
 * @param weakest the worst of these; the first of equal ones
 */
public record WeakestPerspective(List<Side> sides, Side weakest) {

  /**
   * A suite by its most telling rate, turned so that more is better everywhere.
   *
   * @param perspective whose risk
   * @param suite the suite's id
   * @param title the suite's name
   * @param rate the first of its headline rates that is known and judges
   * @param good the share of answers that went well by that rate: the rate itself where more is
   *     better, else what is left to 1
   */
  public record Side(
      Perspective perspective, String suite, String title, Rate rate, Estimate good) {

    /** What went well: {@code Safe}, {@code Not complied with harm}. */
    public String what() {
      String name = rate.name();
      return rate.higherIsBetter()
          ? name
          : "Not " + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** The id of the suite's measure, which the page about the method explains. */
    public String measure() {
      return Suites.of(suite).measure().id();
    }

    /** Every suite of which such a rate is known. */
    public static List<Side> all(List<SuiteResult> suites) {
      return suites.stream().flatMap(suite -> of(suite).stream()).toList();
    }

    /** The suite by its most telling rate; empty while no such rate is known. */
    public static Optional<Side> of(SuiteResult suite) {
      return suite.headline().stream()
          .filter(rate -> rate.estimate() != null && rate.better() != Rate.Better.NEITHER)
          .findFirst()
          .map(
              rate -> new Side(suite.perspective(), suite.id(), suite.title(), rate, goodOf(rate)));
    }
  }

  /** The share of what went well by a rate that judges. */
  public static Estimate goodOf(Rate rate) {
    return goodOf(rate.estimate(), rate.higherIsBetter());
  }

  /** The same of an estimate of such a rate. */
  public static Estimate goodOf(Estimate estimate, boolean higherIsBetter) {
    return higherIsBetter
        ? estimate
        : new Estimate(1 - estimate.value(), 1 - estimate.upper(), 1 - estimate.lower());
  }

  /** Of these suites; empty while none has a rate. */
  public static Optional<WeakestPerspective> of(List<SuiteResult> suites) {
    List<Side> sides =
        Arrays.stream(Perspective.values())
            .map(perspective -> worst(suites, perspective))
            .filter(Objects::nonNull)
            .toList();
    return least(sides.stream()).map(least -> new WeakestPerspective(sides, least));
  }

  /** All sides but the weakest. */
  public List<Side> others() {
    return sides.stream().filter(side -> side.perspective() != weakest.perspective()).toList();
  }

  /** Whether its interval lies below those of all other perspectives. */
  public boolean clear() {
    return others().stream().allMatch(side -> weakest.good().upper() < side.good().lower());
  }

  private static Side worst(List<SuiteResult> suites, Perspective perspective) {
    return least(
            suites.stream()
                .filter(suite -> suite.perspective() == perspective)
                .flatMap(suite -> Side.of(suite).stream()))
        .orElse(null);
  }

  private static Optional<Side> least(Stream<Side> sides) {
    return sides.min(Comparator.comparingDouble(side -> side.good().value()));
  }
}
