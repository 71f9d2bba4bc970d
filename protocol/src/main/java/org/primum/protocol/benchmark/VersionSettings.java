package org.primum.protocol.benchmark;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.protocol.Generation;
import org.primum.protocol.Require;
import org.primum.protocol.judging.JudgingSettings;

/**
 * What a benchmark version sets beside its items.
 *
 * @param generation how models are asked
 * @param repeats how often each item is asked, 1 to {@value #MOST_REPEATS}
 * @param judging how the answers of a suite are judged, by suite id; a suite that is not named is
 *     judged as it publishes
 */
public record VersionSettings(
    Generation generation, int repeats, SortedMap<String, JudgingSettings> judging) {

  /** Most times an item may be asked. */
  public static final int MOST_REPEATS = 20;

  /** As the published protocol has it: every item once. */
  public static final VersionSettings PUBLISHED =
      new VersionSettings(Generation.PUBLISHED, 1, new TreeMap<>());

  public VersionSettings {
    Require.present(generation, "generation");
    Require.that(repeats > 0 && repeats <= MOST_REPEATS, "repeats must be 1 to " + MOST_REPEATS);
    judging =
        Collections.unmodifiableSortedMap(
            judging == null ? new TreeMap<>() : new TreeMap<>(judging));
  }

  /** How that suite is judged. */
  public JudgingSettings judging(String suite) {
    return judging.getOrDefault(suite, JudgingSettings.PUBLISHED);
  }
}
