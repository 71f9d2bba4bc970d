package org.primum.leaderboard.admin;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** What templates ask of a version. */
@TemplateExtension
public final class VersionFacts {

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

  /** How many items of a suite are private. */
  public static int privateOf(BenchmarkChanged version, String suite) {
    return version.privateCounts().getOrDefault(suite, 0);
  }

  /** The first of the ids in a long list. */
  public static List<String> limited(List<String> ids) {
    return ids.subList(0, Math.min(ids.size(), 20));
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
