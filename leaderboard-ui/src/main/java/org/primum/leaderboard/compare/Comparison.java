package org.primum.leaderboard.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.primum.leaderboard.compare.VerdictVectors.SuiteRate;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Holm;
import org.primum.protocol.statistics.McNemar;
import org.primum.protocol.statistics.PairedBootstrap;
import org.primum.protocol.statistics.YesNo;

/**
 * Models beside each other on the same items.
 *
 * @param models their evaluations
 * @param suites what they are compared by, suite by suite
 * @param comparisons how many tests there are; all p values are adjusted for that number
 */
public record Comparison(List<EvaluationChanged> models, List<OfSuite> suites, int comparisons) {

  private static final double LEVEL = 0.05;

  /** The rates of one suite. */
  public record OfSuite(String id, String title, String perspective, List<OfRate> rates) {}

  /**
   * One rate.
   *
   * @param rate its definition
   * @param estimates of each model, over all of its items; null where it has none
   * @param pairs every two of the models
   */
  public record OfRate(Rate rate, List<Estimate> estimates, List<Pair> pairs) {}

  /**
   * Two models.
   *
   * @param first the one whose rate the other's is taken from
   * @param second the other
   * @param items on which both have a verdict
   * @param onlyFirst items on which only the first did well
   * @param onlySecond items on which only the second did well
   * @param difference of the rate, first minus second, on these items; null without items
   * @param pValue adjusted
   */
  public record Pair(
      EvaluationChanged first,
      EvaluationChanged second,
      int items,
      int onlyFirst,
      int onlySecond,
      Estimate difference,
      double pValue) {

    /** Whether the difference is hardly chance. */
    public boolean real() {
      return pValue <= LEVEL;
    }

    /** The one that does better on these items. */
    public EvaluationChanged better() {
      return onlyFirst >= onlySecond ? first : second;
    }

    /** The p value in words. */
    public String chance() {
      return pValue < 0.001 ? "p < 0.001" : "p = " + "%.3f".formatted(pValue);
    }
  }

  /** The rate of that name, as {@code suite.rate}; the first there is where there is none. */
  SuiteRate named(String label) {
    List<SuiteRate> rates =
        suites.stream()
            .flatMap(
                suite -> suite.rates().stream().map(of -> new SuiteRate(suite.id, of.rate.id())))
            .toList();
    return rates.stream()
        .filter(rate -> (rate.suite() + "." + rate.rate()).equals(label))
        .findFirst()
        .orElse(rates.getFirst());
  }

  private record Test(
      EvaluationChanged first, EvaluationChanged second, YesNo one, YesNo other, McNemar result) {}

  /**
   * Compares.
   *
   * @param models complete evaluations of one group
   * @param vectors of each of them
   */
  static Comparison of(List<EvaluationChanged> models, List<Map<SuiteRate, YesNo>> vectors) {
    List<List<SuiteResult>> results =
        models.stream().map(model -> SuiteResult.of(model.suites())).toList();
    List<SuiteRate> rates =
        results.getFirst().stream()
            .flatMap(
                suite -> suite.rates().stream().map(rate -> new SuiteRate(suite.id(), rate.id())))
            .filter(rate -> vectors.stream().allMatch(one -> one.containsKey(rate)))
            .toList();
    List<List<Test>> tests = rates.stream().map(rate -> tests(models, vectors, rate)).toList();
    double[] adjusted =
        Holm.adjust(
            tests.stream()
                .flatMap(List::stream)
                .mapToDouble(test -> test.result().pValue())
                .toArray());
    List<OfSuite> suites = new ArrayList<>();
    int next = 0;
    for (SuiteResult suite : results.getFirst()) {
      List<OfRate> shown = new ArrayList<>();
      for (Rate rate : suite.rates()) {
        int at = rates.indexOf(new SuiteRate(suite.id(), rate.id()));
        if (at < 0) {
          continue;
        }
        List<Pair> pairs = new ArrayList<>();
        for (Test test : tests.get(at)) {
          pairs.add(pair(test, rate, adjusted[next++]));
        }
        shown.add(
            new OfRate(
                rate,
                results.stream().map(found -> estimate(found, suite.id(), rate.id())).toList(),
                pairs));
      }
      if (!shown.isEmpty()) {
        suites.add(
            new OfSuite(
                suite.id(), suite.title(), suite.perspective().title(), List.copyOf(shown)));
      }
    }
    return new Comparison(models, List.copyOf(suites), adjusted.length);
  }

  private static List<Test> tests(
      List<EvaluationChanged> models, List<Map<SuiteRate, YesNo>> vectors, SuiteRate rate) {
    List<Test> tests = new ArrayList<>();
    for (int first = 0; first < models.size(); first++) {
      for (int second = first + 1; second < models.size(); second++) {
        YesNo one = vectors.get(first).get(rate);
        YesNo other = vectors.get(second).get(rate);
        tests.add(new Test(models.get(first), models.get(second), one, other, one.against(other)));
      }
    }
    return tests;
  }

  private static Pair pair(Test test, Rate rate, double adjusted) {
    int items = test.one.shared(test.other);
    return new Pair(
        test.first,
        test.second,
        items,
        test.result.onlyFirst(),
        test.result.onlySecond(),
        items == 0 ? null : difference(test, rate),
        adjusted);
  }

  /** Of the rate as it is shown: where less is better, it counts what did not do well. */
  private static Estimate difference(Test test, Rate rate) {
    BitSet both = test.one.known();
    both.and(test.other.known());
    double[] first = values(test.one, both, rate.higherIsBetter());
    double[] second = values(test.other, both, rate.higherIsBetter());
    return PairedBootstrap.of(first, second).difference();
  }

  private static double[] values(YesNo outcomes, BitSet places, boolean good) {
    BitSet yes = outcomes.yes();
    return places.stream().mapToDouble(place -> yes.get(place) == good ? 1 : 0).toArray();
  }

  private static Estimate estimate(List<SuiteResult> results, String suite, String rate) {
    return results.stream()
        .filter(result -> result.id().equals(suite))
        .flatMap(result -> result.rates().stream())
        .filter(found -> found.id().equals(rate))
        .map(Rate::estimate)
        .findFirst()
        .orElse(null);
  }
}
