package org.primum.leaderboard.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.primum.leaderboard.item.ItemFilter.Field;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.FailureKind;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * Values that belong together in a list to choose from.
 *
 * @param title what they have in common: of verdicts and categories, the suites that have them
 * @param choices in the order of the suite or the measure
 */
public record ChoiceGroup(String title, List<Choice> choices) {

  /**
   * One to choose.
   *
   * @param value as in the address
   * @param words for a person
   */
  public record Choice(String value, String words) {}

  /** What answers of these suites may come to, and how items of theirs have failed. */
  static List<ChoiceGroup> verdicts(List<SuiteResult> suites, Collection<FailureKind> failures) {
    Map<String, List<Suite>> byMeasure = new LinkedHashMap<>();
    suites.stream()
        .map(result -> Suites.of(result.id()))
        .forEach(
            suite ->
                byMeasure
                    .computeIfAbsent(suite.measure().id(), measure -> new ArrayList<>())
                    .add(suite));
    return Stream.concat(
            byMeasure.values().stream().map(ChoiceGroup::verdicts),
            Stream.of(withoutVerdict(failures)))
        .toList();
  }

  /** The categories of these suites, each told together with its suite. */
  static List<ChoiceGroup> categories(List<SuiteResult> suites) {
    return suites.stream()
        .map(
            suite ->
                new ChoiceGroup(
                    suite.title(),
                    suite.categories().stream()
                        .map(
                            category ->
                                new Choice(
                                    ItemFilter.none()
                                        .with(Field.SUITE, suite.id())
                                        .with(Field.CATEGORY, category.id())
                                        .suiteAndCategory(),
                                    category.title()))
                        .toList()))
        .filter(group -> !group.choices.isEmpty())
        .toList();
  }

  private static ChoiceGroup verdicts(List<Suite> suites) {
    return new ChoiceGroup(
        String.join(", ", suites.stream().map(Suite::title).toList()),
        suites.getFirst().measure().labels().entrySet().stream()
            .map(label -> new Choice(label.getKey(), label.getKey() + ": " + label.getValue()))
            .toList());
  }

  private static ChoiceGroup withoutVerdict(Collection<FailureKind> failures) {
    return new ChoiceGroup(
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
