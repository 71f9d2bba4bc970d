package org.primum.gateway.benchmark.staging;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.primum.gateway.benchmark.importing.BenchmarkImport;
import org.primum.protocol.Item;

/**
 * What an import holds, before it is taken.
 *
 * @param id names it when it is taken
 * @param benchmark the benchmark it is for
 * @param version the draft it is for
 * @param taken rows that can be taken
 * @param refused rows that cannot
 * @param leftOut how many good rows are not meant for the suite, by reason
 * @param problems what is wrong with the rows refused, the first of them
 * @param notes what is worth a look although nothing was refused for it
 * @param tokenizer the tokenizer rows were measured with; null when none was
 * @param counts how many items there are, by suite and category
 * @param sample the first items
 * @param replaces how many items the draft has in these suites, which will be replaced
 * @param expiresAt when it is forgotten
 */
record StagedImportView(
    UUID id,
    String benchmark,
    String version,
    int taken,
    int refused,
    Map<String, Integer> leftOut,
    List<BenchmarkImport.LineProblem> problems,
    List<String> notes,
    String tokenizer,
    SortedMap<String, SortedMap<String, Integer>> counts,
    List<Item> sample,
    Map<String, Integer> replaces,
    Instant expiresAt) {

  private static final int SAMPLE = 10;

  static StagedImportView of(
      StagedImport staged, BenchmarkImport rows, Map<String, Integer> replaces) {
    Map<String, Integer> leftOut = new LinkedHashMap<>();
    rows.leftOut().forEach(left -> leftOut.merge(left.reason(), left.rows(), Integer::sum));
    SortedMap<String, SortedMap<String, Integer>> counts = new TreeMap<>();
    rows.items()
        .forEach(
            item ->
                counts
                    .computeIfAbsent(item.suite(), suite -> new TreeMap<>())
                    .merge(item.category(), 1, Integer::sum));
    return new StagedImportView(
        staged.id,
        staged.benchmark,
        staged.version,
        rows.taken(),
        rows.refused(),
        leftOut,
        rows.problems(),
        rows.notes(),
        rows.tokenizer(),
        counts,
        rows.items().stream().limit(SAMPLE).toList(),
        replaces,
        staged.expiresAt);
  }
}
