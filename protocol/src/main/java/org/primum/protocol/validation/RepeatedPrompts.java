package org.primum.protocol.validation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primum.protocol.Item;
import org.primum.protocol.validation.Finding.Kind;
import org.primum.protocol.validation.Finding.Severity;

/**
 * Prompts that are there twice, or nearly. One that a suite repeats counts twice in its rates and
 * pretends to more items than there are, which is an error; the same in two suites may be meant.
 */
final class RepeatedPrompts implements Check {

  @Override
  public List<Finding> findings(List<Item> items) {
    Map<List<String>, List<Item>> groups =
        items.stream()
            .collect(
                Collectors.groupingBy(
                    RepeatedPrompts::key, LinkedHashMap::new, Collectors.toList()));
    List<Finding> findings = new ArrayList<>();
    for (List<Item> group : groups.values()) {
      if (group.size() > 1) {
        findings.add(duplicate(group));
      }
    }
    List<NearDuplicates.Pair> pairs =
        NearDuplicates.pairs(groups.values().stream().map(List::getFirst).toList());
    pairs.forEach(pair -> findings.add(near(pair)));
    if (pairs.size() == NearDuplicates.MAX_PAIRS) {
      findings.add(
          new Finding(
              Kind.NEAR_DUPLICATE_PROMPT,
              Severity.WARNING,
              List.of(),
              List.of(),
              "The search for nearly equal prompts ended after %d pairs; there may be more. Look at"
                      .formatted(NearDuplicates.MAX_PAIRS)
                  + " these and check again."));
    }
    return findings;
  }

  /** Equal for items that ask the same, whatever their white space and composed characters. */
  private static List<String> key(Item item) {
    return Stream.of(item.prompt(), item.document(), item.instruction())
        .map(text -> text == null ? "" : text)
        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .toList();
  }

  private static Finding duplicate(List<Item> group) {
    boolean withinSuite = group.stream().map(Item::suite).distinct().count() < group.size();
    return Finding.of(
        Kind.DUPLICATE_PROMPT,
        withinSuite ? Severity.ERROR : Severity.WARNING,
        group,
        withinSuite
            ? "These items ask the same, so a suite counts one prompt more than once. Keep one of"
                + " them in each suite."
            : "These items of different suites ask the same. Keep both only if it is meant to be"
                + " asked in each."
                + secret(group));
  }

  private static Finding near(NearDuplicates.Pair pair) {
    List<Item> both = List.of(pair.first(), pair.second());
    return Finding.of(
        Kind.NEAR_DUPLICATE_PROMPT,
        Severity.WARNING,
        both,
        ("The prompts of these items are nearly the same: %.0f %% of their runs of %d words are"
                    + " equal. Reword or take out one of them unless the difference is what is"
                    + " tested.")
                .formatted(Math.floor(100 * pair.similarity()), Shingles.WORDS)
            + secret(both));
  }

  private static String secret(List<Item> items) {
    return items.stream().map(Item::hidden).distinct().count() == 2
        ? " One of them is private, and the public one gives it away."
        : "";
  }
}
