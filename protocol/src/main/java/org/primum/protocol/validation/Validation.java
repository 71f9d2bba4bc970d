package org.primum.protocol.validation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.primum.protocol.Item;

/** Looks through the items of a benchmark version before it is published. */
public final class Validation {

  private static final List<Check> CHECKS =
      Stream.of(
              Stream.of(new CategoryCounts(), new Documents(), new Lengths()),
              TextCheck.ALL.stream(),
              Stream.of(new RepeatedPrompts()))
          .flatMap(checks -> checks)
          .map(Check.class::cast)
          .toList();

  private Validation() {}

  /**
   * What is to be said about a version.
   *
   * @param suites ids of all suites the version has, also of those without items
   * @param items the items of all of them
   * @throws IllegalArgumentException when an item is of a suite that does not exist
   */
  public static Findings of(Collection<String> suites, List<Item> items) {
    return new Findings(
        Stream.concat(Stream.of(new EmptySuites(suites)), CHECKS.stream())
            .flatMap(check -> check.findings(items).stream())
            .toList());
  }
}
