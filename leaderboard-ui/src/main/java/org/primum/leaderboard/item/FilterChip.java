package org.primum.leaderboard.item;

import java.util.List;
import java.util.UUID;
import org.primum.leaderboard.item.ItemFilter.Field;
import org.primum.leaderboard.result.Verdicts;
import org.primum.protocol.FailureKind;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * One thing a list of items is narrowed by.
 *
 * @param words what it is
 * @param without where the list stands without it
 */
public record FilterChip(String words, String without) {

  /** Everything that narrows a list of that evaluation's items. */
  static List<FilterChip> of(ItemFilter filter, UUID evaluation) {
    Suite suite = Suites.find(filter.suite()).orElse(null);
    return filter.chosen().entrySet().stream()
        .map(
            chosen ->
                new FilterChip(
                    words(chosen.getKey(), chosen.getValue(), suite),
                    filter.without(chosen.getKey()).list(evaluation)))
        .toList();
  }

  private static String words(Field field, String value, Suite suite) {
    return switch (field) {
      case SUITE -> suite == null ? "suite " + value : suite.title();
      case CATEGORY -> suite == null ? value : suite.categories().getOrDefault(value, value);
      case SPLIT -> value + " requests";
      case VERDICT -> verdict(value, suite);
      case RATE -> "counted in " + rate(value, suite);
      case SENTENCE -> "with a sentence that is " + meaning(value, suite);
      case VOTES -> "votes differ";
      case REPEAT -> "repeat " + value;
    };
  }

  private static String verdict(String value, Suite suite) {
    if (value.equals(ItemFilter.SCORED)) {
      return "with a verdict";
    }
    for (FailureKind kind : FailureKind.values()) {
      if (value.equals(ChoiceGroup.value(kind))) {
        return "without a verdict: " + kind.sentence();
      }
    }
    return value.startsWith(ItemFilter.FAILED)
        ? "without a verdict"
        : "verdict " + meaning(value, suite);
  }

  private static String meaning(String label, Suite suite) {
    String meaning = suite == null ? "" : Verdicts.meaning(suite, label);
    return meaning.isEmpty() ? label : "%s, %s".formatted(label, meaning);
  }

  /** A filter holds only rates that its suite has. */
  private static String rate(String id, Suite suite) {
    return suite.measure().metrics(List.of()).rates().stream()
        .filter(rate -> rate.id().equals(id))
        .map(Rate::name)
        .findFirst()
        .orElse(id);
  }
}
