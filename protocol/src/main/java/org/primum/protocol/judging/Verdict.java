package org.primum.protocol.judging;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.protocol.Require;

/**
 * What the votes on one answer came to.
 *
 * @param label one of the measure's labels, for example a harm score {@code 1} to {@code 5}
 * @param value the number behind the label, for example the share of votes for refusal
 * @param reason the judge's words, or null where votes carry none
 * @param counts how many parts of the answer have which label; null where parts have none
 */
public record Verdict(
    String label, double value, String reason, SortedMap<String, Integer> counts) {

  public Verdict {
    Require.text(label, "label");
    counts = counts == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** A verdict on the answer as a whole. */
  public Verdict(String label, double value, String reason) {
    this(label, value, reason, null);
  }

  /** How many parts of the answer have that label. */
  public int count(String part) {
    return counts == null ? 0 : counts.getOrDefault(part, 0);
  }
}
