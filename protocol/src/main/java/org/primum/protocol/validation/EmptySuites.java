package org.primum.protocol.validation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.primum.protocol.Item;
import org.primum.protocol.validation.Finding.Kind;
import org.primum.protocol.validation.Finding.Severity;

/** A suite has items, and a version has suites. */
final class EmptySuites implements Check {

  private final List<String> suites;

  EmptySuites(Collection<String> suites) {
    this.suites = suites.stream().sorted().distinct().toList();
  }

  @Override
  public List<Finding> findings(List<Item> items) {
    if (suites.isEmpty() && items.isEmpty()) {
      return List.of(
          new Finding(
              Kind.EMPTY_SUITE,
              Severity.ERROR,
              List.of(),
              List.of(),
              "The version has no items. Import at least one suite."));
    }
    Set<String> filled = items.stream().map(Item::suite).collect(Collectors.toSet());
    return suites.stream()
        .filter(suite -> !filled.contains(suite))
        .map(
            suite ->
                Finding.of(
                    Kind.EMPTY_SUITE,
                    Severity.ERROR,
                    suite,
                    "Suite %s has no items. Import some or take it out of the version."
                        .formatted(suite)))
        .toList();
  }
}
