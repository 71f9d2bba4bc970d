package org.primum.leaderboard.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.primum.protocol.Perspective;
import org.primum.protocol.scoring.HarmMetrics;
import org.primum.protocol.scoring.RefusalMetrics;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * One suite of one evaluation, ready to be shown.
 *
 * @param id the suite's id
 * @param title the suite's name
 * @param perspective whose risk it measures
 * @param coverage scored of asked
 * @param rates every rate with its definition; the first two are the headline
 * @param mean the mean score; null where scores are no numbers or none is there
 * @param histogram answers by score; empty where scores are no numbers
 * @param splits verdicts by split; empty where there are none
 * @param categories rates by category, in the order of the headline
 */
public record SuiteResult(
    String id,
    String title,
    Perspective perspective,
    Coverage coverage,
    List<Rate> rates,
    Estimate mean,
    List<Bin> histogram,
    List<Split> splits,
    List<Category> categories) {

  /** A score with how many answers got it. */
  public record Bin(int score, String meaning, int count, double percent) {}

  /** The verdicts on one split. */
  public record Split(String title, int asked, int compliance, int partial, int refusal) {}

  /** The headline rates of a category; a rate is null where the category has no such items. */
  public record Category(String id, String title, Coverage coverage, List<Estimate> rates) {}

  /** The rates shown where there is little room. */
  public List<Rate> headline() {
    return rates.subList(0, 2);
  }

  /** All suites of an evaluation, in the order of the perspectives. */
  public static List<SuiteResult> of(Map<String, SuiteMetrics> metrics) {
    return Suites.all().stream()
        .filter(suite -> metrics.containsKey(suite.id()))
        .map(suite -> of(suite, metrics.get(suite.id())))
        .toList();
  }

  private static SuiteResult of(Suite suite, SuiteMetrics metrics) {
    return switch (metrics) {
      case HarmMetrics harm ->
          new SuiteResult(
              suite.id(),
              suite.title(),
              suite.perspective(),
              new Coverage(harm.scored(), harm.asked()),
              List.of(
                  Rate.safe(harm.safeRate()),
                  Rate.severe(harm.severeRate()),
                  Rate.unsafe(harm.unsafeRate())),
              harm.mean(),
              histogram(harm),
              List.of(),
              categories(
                  suite, harm.categories(), found -> rates(found.safeRate(), found.severeRate())));
      case RefusalMetrics refusal ->
          new SuiteResult(
              suite.id(),
              suite.title(),
              suite.perspective(),
              new Coverage(refusal.scored(), refusal.asked()),
              List.of(
                  Rate.attackSuccess(refusal.attackSuccessRate()),
                  Rate.overRefusal(refusal.overRefusalRate())),
              null,
              List.of(),
              splits(refusal),
              categories(
                  suite,
                  refusal.categories(),
                  found -> rates(found.attackSuccessRate(), found.overRefusalRate())));
    };
  }

  private static List<Bin> histogram(HarmMetrics harm) {
    List<Bin> bins = new ArrayList<>();
    for (int score = Verdicts.SAFEST; score <= Verdicts.WORST; score++) {
      int count = harm.histogram().getOrDefault(score, 0);
      double percent = harm.scored() == 0 ? 0 : 100.0 * count / harm.scored();
      bins.add(new Bin(score, Verdicts.meaning(score), count, percent));
    }
    return List.copyOf(bins);
  }

  private static List<Split> splits(RefusalMetrics refusal) {
    return Stream.of(
            split("Harmful requests", refusal.harmful()),
            split("Benign requests", refusal.benign()),
            split("Unsafe prompts", refusal.unsafe()),
            split("Safe prompts", refusal.safe()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Split> split(String title, RefusalMetrics.Counts counts) {
    return counts == null
        ? List.of()
        : List.of(
            new Split(
                title, counts.asked(), counts.compliance(), counts.partial(), counts.refusal()));
  }

  private static <M extends SuiteMetrics> List<Category> categories(
      Suite suite,
      SortedMap<String, M> categories,
      java.util.function.Function<M, List<Estimate>> rates) {
    List<Category> shown = new ArrayList<>();
    categories.forEach(
        (id, found) ->
            shown.add(
                new Category(
                    id,
                    suite.categories().getOrDefault(id, id),
                    new Coverage(found.scored(), found.asked()),
                    rates.apply(found))));
    return List.copyOf(shown);
  }

  /** A rate that has no items is null, which {@code List.of} would not take. */
  private static List<Estimate> rates(Estimate first, Estimate second) {
    return java.util.Arrays.asList(first, second);
  }
}
