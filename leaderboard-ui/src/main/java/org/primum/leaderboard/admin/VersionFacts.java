package org.primum.leaderboard.admin;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.primum.leaderboard.gateway.VersionFindings.Finding;
import org.primum.leaderboard.gateway.VersionFindings.ItemReference;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** What templates ask of a version. */
@TemplateExtension
public final class VersionFacts {

  private static final int MOST_SHOWN = 20;

  private VersionFacts() {}

  /** Where its pages are. */
  public static VersionAddress address(BenchmarkChanged version) {
    return new VersionAddress(version.benchmark(), version.version());
  }

  /** How many items it has. */
  public static int total(BenchmarkChanged version) {
    return sum(version.items());
  }

  /** How many of them are private. */
  public static int privateTotal(BenchmarkChanged version) {
    return sum(version.privateCounts());
  }

  /**
   * How much a version has of one suite.
   *
   * @param id the suite's id
   * @param items its items
   * @param hidden how many of them are private
   */
  public record SuiteCount(String id, int items, int hidden) {}

  /** The suites it has items of, in the order of the perspectives. */
  public static List<SuiteCount> suites(BenchmarkChanged version) {
    List<String> order = Suites.all().stream().map(Suite::id).toList();
    return version.items().entrySet().stream()
        .sorted(Comparator.comparingInt(suite -> order.indexOf(suite.getKey())))
        .map(
            suite ->
                new SuiteCount(
                    suite.getKey(),
                    suite.getValue(),
                    version.privateCounts().getOrDefault(suite.getKey(), 0)))
        .toList();
  }

  /** The first of the items that a finding is about. */
  public static List<ItemReference> shown(Finding finding) {
    return finding.items().subList(0, Math.min(finding.items().size(), MOST_SHOWN));
  }

  /** How many items it is about beside those. */
  public static int further(Finding finding) {
    return Math.max(0, finding.items().size() - MOST_SHOWN);
  }

  /** Whether it can still be changed. */
  public static boolean editable(BenchmarkChanged version) {
    return "draft".equals(version.state());
  }

  /** The name of the suite with that id. */
  public static String suiteTitle(String suite) {
    return Suites.find(suite).map(Suite::title).orElse(suite);
  }

  /** The name of a category of that suite; its id where the version brings its own. */
  public static String categoryOf(String category, String suite) {
    return Suites.find(suite).map(known -> known.categories().get(category)).orElse(category);
  }

  /** 0.7 as it is, 1.0 as 1. */
  public static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
