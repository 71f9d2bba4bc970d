package org.primum.protocol.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.primum.protocol.Require;

/**
 * Gateway to read models, {@value #KEY}: a benchmark version was published or retired.
 *
 * @param benchmark the benchmark's name
 * @param version the version
 * @param state {@code draft}, {@code published} or {@code retired}
 * @param privateItems whether its items are shown only to reviewers and owners
 * @param contentHash over all that can move a number
 * @param items how many items each suite holds
 * @param judges the judges' names
 * @param publishedAt null for a draft
 * @param retiredAt null until it is retired
 * @param notes what changed since the version before, or null
 * @param privateCounts how many of the items of each suite are private
 * @param repeats how often each item is asked; null for once
 * @param settings how it asks and judges; null for a draft, in messages of old, and where an
 *     earlier release published it in a form that cannot be read any more
 */
public record BenchmarkChanged(
    String benchmark,
    String version,
    String state,
    boolean privateItems,
    String contentHash,
    Map<String, Integer> items,
    List<String> judges,
    Instant publishedAt,
    Instant retiredAt,
    String notes,
    Map<String, Integer> privateCounts,
    Integer repeats,
    VersionMethod settings) {

  /** Routing key. */
  public static final String KEY = "benchmark.v1";

  public BenchmarkChanged {
    Require.text(benchmark, "benchmark");
    Require.text(version, "version");
    Require.text(state, "state");
    items = items == null ? Map.of() : items;
    judges = judges == null ? List.of() : List.copyOf(judges);
    privateCounts = privateCounts == null ? Map.of() : privateCounts;
  }

  /** One of which nothing is known of how it asks and judges. */
  public BenchmarkChanged(
      String benchmark,
      String version,
      String state,
      boolean privateItems,
      String contentHash,
      Map<String, Integer> items,
      List<String> judges,
      Instant publishedAt,
      Instant retiredAt,
      String notes,
      Map<String, Integer> privateCounts,
      Integer repeats) {
    this(
        benchmark,
        version,
        state,
        privateItems,
        contentHash,
        items,
        judges,
        publishedAt,
        retiredAt,
        notes,
        privateCounts,
        repeats,
        null);
  }
}
