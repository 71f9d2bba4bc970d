package org.primum.leaderboard.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.FailureKind;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * Verdicts that belong together in a list to choose from.
 *
 * @param title the suites whose answers may have them
 * @param choices in the measure's order
 */
public record VerdictChoices(String title, List<Choice> choices) {

  /**
   * One to choose.
   *
   * @param value as in the address
   * @param words for a person
   */
  public record Choice(String value, String words) {}

  /** What answers of these suites may come to, and how items of theirs have failed. */
  static List<VerdictChoices> of(List<SuiteResult> suites, Collection<FailureKind> failures) {
    Map<String, List<Suite>> byMeasure = new LinkedHashMap<>();
    suites.stream()
        .map(result -> Suites.of(result.id()))
        .forEach(
            suite ->
                byMeasure
                    .computeIfAbsent(suite.measure().id(), measure -> new ArrayList<>())
                    .add(suite));
    return Stream.concat(
            byMeasure.values().stream().map(VerdictChoices::verdicts), Stream.of(failed(failures)))
        .toList();
  }

  private static VerdictChoices verdicts(List<Suite> suites) {
    return new VerdictChoices(
        String.join(", ", suites.stream().map(Suite::title).toList()),
        suites.getFirst().measure().labels().entrySet().stream()
            .map(label -> new Choice(label.getKey(), label.getKey() + ": " + label.getValue()))
            .toList());
  }

  private static VerdictChoices failed(Collection<FailureKind> failures) {
    return new VerdictChoices(
        "Without a verdict",
        Stream.concat(
                Stream.of(new Choice(ItemFilter.FAILED, "failed, for any reason")),
                failures.stream()
                    .sorted()
                    .map(kind -> new Choice(value(kind), "failed: " + kind.sentence())))
            .toList());
  }

  /** A kind of failure in an address. */
  static String value(FailureKind kind) {
    return ItemFilter.FAILED_BY + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
