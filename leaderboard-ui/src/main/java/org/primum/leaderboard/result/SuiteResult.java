package org.primum.leaderboard.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Perspective;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Spread;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * One suite of one evaluation, ready to be shown.
 *
 * @param id the suite's id
 * @param title the suite's name
 * @param perspective whose risk it measures
 * @param coverage scored of asked
 * @param missing why answers have no verdict, with how many
 * @param rates every rate with its definition; the first two are the headline
 * @param mean the mean score; null where verdicts are no numbers or none is there
 * @param meanLength mean length of scored answers in characters; null where not measured
 * @param repeats a rate in each repetition; null where items are asked once
 * @param tables verdicts or parts of answers, counted by label
 * @param categories rates by category, in the order of the headline
 */
public record SuiteResult(
    String id,
    String title,
    Perspective perspective,
    Coverage coverage,
    List<Missing> missing,
    List<Rate> rates,
    Estimate mean,
    Double meanLength,
    Repeats repeats,
    List<CountTable> tables,
    List<Category> categories) {

  /** A reason why answers have no verdict. */
  public record Missing(FailureKind kind, int count) {

    /** In words. */
    public String reason() {
      return kind.sentence();
    }
  }

  /** How a rate moved over the repetitions. */
  public record Repeats(Rate rate, Spread spread) {}

  /** The headline rates of a category; a rate is null where the category has no such items. */
  public record Category(String id, String title, Coverage coverage, List<Estimate> rates) {}

  /** The rates shown where there is little room. */
  public List<Rate> headline() {
    return headline(rates);
  }

  /** The id of its measure, which the page about the method explains. */
  public String measure() {
    return Suites.of(id).measure().id();
  }

  /** How many answers are neither scored nor missing yet. */
  public int toCome() {
    return coverage.missing() - missing.stream().mapToInt(Missing::count).sum();
  }

  /** Whether some rate is known with its bounds. */
  public boolean bounded() {
    return rates.stream().anyMatch(rate -> rate.bounds() != null);
  }

  /** All suites of an evaluation, in the order of the perspectives. */
  public static List<SuiteResult> of(Map<String, SuiteMetrics> metrics) {
    return Suites.all().stream()
        .filter(suite -> metrics.containsKey(suite.id()))
        .map(suite -> of(suite, metrics.get(suite.id())))
        .toList();
  }

  private static SuiteResult of(Suite suite, SuiteMetrics metrics) {
    return new SuiteResult(
        suite.id(),
        suite.title(),
        suite.perspective(),
        new Coverage(metrics.scored(), metrics.asked()),
        metrics.missing().entrySet().stream()
            .map(missing -> new Missing(missing.getKey(), missing.getValue()))
            .toList(),
        rates(suite, metrics),
        metrics.mean(),
        metrics.meanLength(),
        repeats(metrics),
        CountTable.of(suite, metrics.tallies()),
        categories(suite, metrics));
  }

  private static Repeats repeats(SuiteMetrics metrics) {
    return metrics.repeats() == null
        ? null
        : metrics.rates().stream()
            .filter(rate -> rate.id().equals(metrics.repeatedRate()))
            .findFirst()
            .map(rate -> new Repeats(rate, metrics.repeats()))
            .orElseThrow();
  }

  /** Every rate, those that tell most about the suite first. */
  static List<Rate> rates(Suite suite, SuiteMetrics metrics) {
    List<String> first = suite.headline();
    return metrics.rates().stream()
        .sorted(
            Comparator.comparingInt(
                rate -> first.contains(rate.id()) ? first.indexOf(rate.id()) : first.size()))
        .toList();
  }

  static List<Rate> headline(List<Rate> rates) {
    return rates.subList(0, Math.min(2, rates.size()));
  }

  private static List<Category> categories(Suite suite, SuiteMetrics metrics) {
    List<Category> shown = new ArrayList<>();
    metrics
        .categories()
        .forEach(
            (id, found) ->
                shown.add(
                    new Category(
                        id,
                        suite.categories().getOrDefault(id, id),
                        new Coverage(found.scored(), found.asked()),
                        headline(rates(suite, found)).stream().map(Rate::estimate).toList())));
    return List.copyOf(shown);
  }
}
