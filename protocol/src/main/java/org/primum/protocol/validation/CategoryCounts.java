package org.primum.protocol.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.protocol.Item;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;
import org.primum.protocol.validation.Finding.Kind;
import org.primum.protocol.validation.Finding.Severity;

/**
 * Categories and splits of a suite that nobody is asked about, and categories that have far fewer
 * items than the others: less than one in {@value #FEWER} of the median of the categories that have
 * any.
 */
final class CategoryCounts implements Check {

  static final int FEWER = 4;

  @Override
  public List<Finding> findings(List<Item> items) {
    List<Finding> findings = new ArrayList<>();
    Check.bySuite(items)
        .forEach(
            (id, own) -> {
              Suite suite = Suites.of(id);
              SortedMap<String, Integer> categories = new TreeMap<>();
              SortedMap<String, Integer> splits = new TreeMap<>();
              for (Item item : own) {
                categories.merge(item.category(), 1, Integer::sum);
                if (item.split() != null) {
                  splits.merge(item.split(), 1, Integer::sum);
                }
              }
              findings.addAll(missing(id, "category", suite.categories().keySet(), categories));
              findings.addAll(missing(id, "split", suite.splits(), splits));
              findings.addAll(small(id, categories));
            });
    return findings;
  }

  private static List<Finding> missing(
      String suite, String part, Collection<String> wanted, SortedMap<String, Integer> counts) {
    return wanted.stream()
        .filter(name -> !counts.containsKey(name))
        .map(
            name ->
                warning(
                    suite,
                    ("Suite %s has no item of %s \"%s\", so nothing will be known about it. Add"
                            + " some, or say in the version's description that it is left out.")
                        .formatted(suite, part, name)))
        .toList();
  }

  private static List<Finding> small(String suite, SortedMap<String, Integer> counts) {
    double median = median(counts.values());
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() * FEWER < median)
        .map(
            entry ->
                warning(
                    suite,
                    ("Category \"%s\" of suite %s has %d items where others have about %.0f; its"
                            + " rates will hardly say anything. Add items, or check for a misspelt"
                            + " category.")
                        .formatted(entry.getKey(), suite, entry.getValue(), median)))
        .toList();
  }

  private static double median(Collection<Integer> counts) {
    int[] sorted = counts.stream().mapToInt(Integer::intValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }

  private static Finding warning(String suite, String advice) {
    return Finding.of(Kind.CATEGORY_COUNT, Severity.WARNING, suite, advice);
  }
}
