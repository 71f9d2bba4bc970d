package org.primum.gateway.benchmark.comparison;

import java.util.ArrayList;
import java.util.List;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.protocol.Item;

/** What changed from one version to the next, in a sentence that needs nobody to write it. */
public final class ChangeLog {

  private ChangeLog() {}

  /** For example {@code Since 1.0.0: 1 item added, 2 changed, 463 the same. Settings: repeats.} */
  public static String of(
      BenchmarkVersion earlier, List<Item> before, BenchmarkVersion later, List<Item> after) {
    Comparison comparison =
        Comparison.of(
            earlier.version(),
            before,
            after,
            SettingsDifference.between(earlier.settings(), later.settings()));
    List<String> counts = new ArrayList<>();
    count(counts, comparison.addedCount(), "added");
    count(counts, comparison.removedCount(), "removed");
    count(counts, comparison.changedCount(), "changed");
    count(counts, comparison.unchanged(), "the same");
    String settings =
        comparison.settings().isEmpty()
            ? ""
            : " Settings: %s."
                .formatted(
                    String.join(
                        ", ",
                        comparison.settings().stream().map(SettingsDifference::what).toList()));
    return "Since %s: %s.%s".formatted(earlier.version(), String.join(", ", counts), settings);
  }

  /** The first count says what is counted. */
  private static void count(List<String> counts, int count, String what) {
    if (count > 0) {
      String items = counts.isEmpty() ? (count == 1 ? " item" : " items") : "";
      counts.add("%d%s %s".formatted(count, items, what));
    }
  }
}
