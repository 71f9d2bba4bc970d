package org.primum.leaderboard.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.primum.protocol.Item;

/**
 * What an import would do. Nothing of it is in the draft before it is taken.
 *
 * @param id names the import until it is taken
 * @param benchmark the benchmark
 * @param version the draft
 * @param taken rows that can be taken
 * @param refused rows that cannot
 * @param leftOut how many rows the format leaves out, by reason
 * @param problems what is wrong with refused rows
 * @param notes what is worth knowing about the file
 * @param tokenizer the tokenizer rows were measured with, or null
 * @param counts rows that can be taken, by suite and category
 * @param sample the first of them
 * @param replaces how many items of the draft the import takes the place of, by suite
 * @param expiresAt until when it can be taken
 */
public record ImportPreview(
    String id,
    String benchmark,
    String version,
    int taken,
    int refused,
    Map<String, Integer> leftOut,
    List<Problem> problems,
    List<String> notes,
    String tokenizer,
    Map<String, Map<String, Integer>> counts,
    List<Item> sample,
    Map<String, Integer> replaces,
    Instant expiresAt) {

  public ImportPreview {
    leftOut = leftOut == null ? Map.of() : leftOut;
    problems = problems == null ? List.of() : List.copyOf(problems);
    notes = notes == null ? List.of() : List.copyOf(notes);
    counts = counts == null ? Map.of() : counts;
    sample = sample == null ? List.of() : List.copyOf(sample);
    replaces = replaces == null ? Map.of() : replaces;
  }

  /**
   * What is wrong with one row.
   *
   * @param file the file within a zip, or null
   * @param line where in the file
   * @param message what is wrong
   */
  public record Problem(String file, long line, String message) {}

  /** How many rows the format leaves out. */
  public int leftOutRows() {
    return leftOut.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many rows of that suite can be taken. */
  public int takenOf(String suite) {
    return counts.getOrDefault(suite, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
  }
}
