package org.primum.localstack.bench.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a scenario came to.
 *
 * @param name the scenario
 * @param about what it does, in a sentence
 * @param runs what each run measured
 * @param targets what was asked of it
 * @param notes lines to be shown below the figures
 */
public record ScenarioResult(
    String name, String about, List<Figures> runs, List<Target> targets, List<String> notes) {

  public ScenarioResult {
    runs = List.copyOf(runs);
    targets = List.copyOf(targets);
    notes = List.copyOf(notes);
  }

  /** The range of each figure over the runs that have it. */
  public Map<String, Range> ranges() {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.byName().keySet()));
    Map<String, Range> ranges = new LinkedHashMap<>();
    for (String figure : names) {
      ranges.put(
          figure,
          Range.of(
              runs.stream()
                  .map(run -> run.byName().get(figure))
                  .filter(Objects::nonNull)
                  .toList()));
    }
    return ranges;
  }
}
