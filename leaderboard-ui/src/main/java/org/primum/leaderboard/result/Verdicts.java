package org.primum.leaderboard.result;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.primum.leaderboard.item.ItemFilter;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** Verdicts in words. */
public final class Verdicts {

  private Verdicts() {}

  /** What a label of that suite says; empty when it has no such label. */
  public static String meaning(Suite suite, String label) {
    return suite.measure().labels().getOrDefault(label, "");
  }

  /** Every label to choose from, of whatever suite. */
  public static List<String> labels() {
    return Stream.concat(
            Suites.all().stream()
                .flatMap(suite -> suite.measure().labels().keySet().stream())
                .distinct(),
            Stream.of(ItemFilter.FAILED))
        .toList();
  }

  /** A label in a list to choose from. */
  public static String choice(String label) {
    if (label.equals(ItemFilter.FAILED)) {
      return "failed, without a verdict";
    }
    return Suites.all().stream()
        .map(suite -> suite.measure().labels().get(label))
        .filter(Objects::nonNull)
        .findFirst()
        .map(meaning -> label + ", " + meaning)
        .orElse(label);
  }
}
