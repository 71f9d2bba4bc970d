package org.primum.gateway.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.suite.Suites;

/**
 * What the verdicts of an evaluation come to, by suite.
 *
 * @param suites over all items
 * @param publicSuites over the public items alone; empty where there is no private part
 * @param privateSuites over the private items alone
 */
record Metrics(
    Map<String, SuiteMetrics> suites,
    Map<String, SuiteMetrics> publicSuites,
    Map<String, SuiteMetrics> privateSuites) {

  /** Not computed. */
  static final Metrics NONE = new Metrics(Map.of(), Map.of(), Map.of());

  /** The metrics of these outcomes. */
  static Metrics of(List<ItemOutcome> outcomes) {
    Map<Boolean, List<ItemOutcome>> parts =
        outcomes.stream().collect(Collectors.partitioningBy(item -> item.part() == null));
    boolean divided = !parts.get(true).isEmpty() && !parts.get(false).isEmpty();
    return new Metrics(
        Suites.metrics(outcomes),
        divided ? Suites.metrics(parts.get(true)) : Map.of(),
        divided ? Suites.metrics(parts.get(false)) : Map.of());
  }
}
