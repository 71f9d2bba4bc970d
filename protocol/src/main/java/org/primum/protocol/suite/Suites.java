package org.primum.protocol.suite;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.SuiteMetrics;

/** Every suite there is on the class path, in the order of the perspectives. */
public final class Suites {

  private static final Map<String, Suite> BY_ID = new LinkedHashMap<>();

  static {
    ServiceLoader.load(Suite.class, Suite.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(
            Comparator.comparing(Suite::perspective)
                .thenComparingInt(Suite::place)
                .thenComparing(Suite::id))
        .forEach(suite -> BY_ID.put(suite.id(), suite));
  }

  private Suites() {}

  /** All suites. */
  public static Collection<Suite> all() {
    return List.copyOf(BY_ID.values());
  }

  /** The suite with that id. */
  public static Optional<Suite> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /**
   * The suite with that id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Suite of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no suite \"%s\"; the suites are %s".formatted(id, BY_ID.keySet())));
  }

  /** Metrics by suite id for the outcomes of an evaluation. */
  public static SortedMap<String, SuiteMetrics> metrics(List<ItemOutcome> outcomes) {
    SortedMap<String, SuiteMetrics> metrics = new TreeMap<>();
    outcomes.stream()
        .collect(Collectors.groupingBy(ItemOutcome::suite))
        .forEach((suite, items) -> metrics.put(suite, of(suite).measure().metrics(items)));
    return metrics;
  }
}
