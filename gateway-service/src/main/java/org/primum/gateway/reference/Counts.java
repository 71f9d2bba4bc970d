package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.primum.protocol.scoring.ItemOutcome;

/** Counts by label, and the shares they make. */
final class Counts {

  private final SequencedMap<String, Integer> counts = new LinkedHashMap<>();

  Counts(Collection<String> labels) {
    labels.forEach(label -> counts.put(label, 0));
  }

  /** How many of the scored records have which label. */
  static Counts ofVerdicts(Collection<String> labels, List<ItemOutcome> records) {
    Counts counts = new Counts(labels);
    records.stream()
        .filter(ItemOutcome::scored)
        .forEach(item -> counts.add(item.verdict().label(), 1));
    return counts;
  }

  void add(String label, int more) {
    counts.merge(label, more, Integer::sum);
  }

  int of(String label) {
    return counts.getOrDefault(label, 0);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  ObjectNode counts() {
    ObjectNode node = ExactJson.object();
    counts.forEach(node::put);
    return node;
  }

  ObjectNode proportions() {
    ObjectNode node = ExactJson.object();
    counts.forEach((label, count) -> node.put(label, share(count, total())));
    return node;
  }

  /** A share; null of nothing, which is no share at all. */
  static Double share(int part, int whole) {
    return whole == 0 ? null : (double) part / whole;
  }
}
