package org.primum.leaderboard.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.VersionMethod;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * What a version holds of one suite, and how it judges it.
 *
 * @param suite the suite
 * @param items how many items
 * @param hidden how many of them are private
 * @param categories how many in each category, as far as the version or an evaluation tells
 * @param method how its answers are judged; null where that is not known
 */
public record VersionSuite(
    Suite suite, int items, int hidden, List<Category> categories, VersionMethod.OfSuite method) {

  /** A category with the items it holds. */
  public record Category(String title, int items) {}

  /** Whether several judges come to one verdict. */
  public boolean panel() {
    return method.judges().size() > 1;
  }

  /**
   * The suites of a version, in the order of the perspectives.
   *
   * @param asked an evaluation that asked every item, if there is one
   */
  static List<VersionSuite> of(BenchmarkChanged version, Optional<EvaluationChanged> asked) {
    return Suites.all().stream()
        .filter(suite -> version.items().containsKey(suite.id()))
        .map(suite -> of(suite, version, asked))
        .toList();
  }

  private static VersionSuite of(
      Suite suite, BenchmarkChanged version, Optional<EvaluationChanged> asked) {
    VersionMethod.OfSuite method =
        version.settings() == null ? null : version.settings().suites().get(suite.id());
    return new VersionSuite(
        suite,
        version.items().get(suite.id()),
        version.privateCounts().getOrDefault(suite.id(), 0),
        method == null
            ? asked.map(evaluation -> categories(suite, evaluation)).orElse(List.of())
            : categories(suite, method.categories()),
        method);
  }

  private static List<Category> categories(Suite suite, SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(category -> category(suite, category.getKey(), category.getValue()))
        .toList();
  }

  private static List<Category> categories(Suite suite, EvaluationChanged evaluation) {
    SuiteMetrics metrics = evaluation.suites().get(suite.id());
    int repeats = evaluation.repeats() == null ? 1 : evaluation.repeats();
    return metrics == null
        ? List.of()
        : metrics.categories().entrySet().stream()
            .map(
                category ->
                    category(suite, category.getKey(), category.getValue().asked() / repeats))
            .toList();
  }

  private static Category category(Suite suite, String id, int items) {
    return new Category(suite.categories().getOrDefault(id, id), items);
  }
}
