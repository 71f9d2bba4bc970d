package org.primum.leaderboard.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * What a version holds of one suite.
 *
 * @param suite the suite
 * @param items how many items
 * @param hidden how many of them are private
 * @param categories how many in each category, as far as an evaluation tells
 */
public record VersionSuite(Suite suite, int items, int hidden, List<Category> categories) {

  /** A category with the items it holds. */
  public record Category(String title, int items) {}

  /**
   * The suites of a version, in the order of the perspectives.
   *
   * @param asked an evaluation that asked every item, if there is one
   */
  static List<VersionSuite> of(BenchmarkChanged version, Optional<EvaluationChanged> asked) {
    return Suites.all().stream()
        .filter(suite -> version.items().containsKey(suite.id()))
        .map(
            suite ->
                new VersionSuite(
                    suite,
                    version.items().get(suite.id()),
                    version.privateCounts().getOrDefault(suite.id(), 0),
                    asked.map(evaluation -> categories(suite, evaluation)).orElse(List.of())))
        .toList();
  }

  private static List<Category> categories(Suite suite, EvaluationChanged evaluation) {
    SuiteMetrics metrics = evaluation.suites().get(suite.id());
    int repeats = evaluation.repeats() == null ? 1 : evaluation.repeats();
    return metrics == null
        ? List.of()
        : metrics.categories().entrySet().stream()
            .map(category -> category(suite, category, repeats))
            .toList();
  }

  private static Category category(
      Suite suite, Map.Entry<String, ? extends SuiteMetrics> category, int repeats) {
    return new Category(
        suite.categories().getOrDefault(category.getKey(), category.getKey()),
        category.getValue().asked() / repeats);
  }
}
