package org.primum.protocol.scoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.primum.protocol.Require;

/**
 * Something counted by label.
 *
 * @param title what is counted
 * @param asked how many there should be; null where that is not known beforehand
 * @param counts by label, in the measure's order
 * @param split the split of the items that are counted; null where all are
 */
public record Tally(
    String title, Integer asked, SequencedMap<String, Integer> counts, String split) {

  public Tally {
    Require.text(title, "title");
    counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
  }

  /** A count over all splits. */
  public Tally(String title, Integer asked, SequencedMap<String, Integer> counts) {
    this(title, asked, counts, null);
  }

  /** How many were counted. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
