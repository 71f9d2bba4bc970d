package org.primum.gateway.benchmark.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.primum.protocol.Item;

/** Counts what becomes of the rows of an upload, over all its files. */
final class ImportTally {

  private static final int MAX_ITEMS = 200_000;
  private static final int MAX_NOTES = 100;

  private final int limit;
  private final List<Item> items = new ArrayList<>();
  private final List<BenchmarkImport.LineProblem> problems = new ArrayList<>();
  private final Map<String, Integer> leftOut = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private int refused;
  private int rows;

  /**
   * Begins to count.
   *
   * @param limit how many items to keep
   */
  ImportTally(int limit) {
    this.limit = limit;
  }

  /**
   * Takes an item.
   *
   * @throws IllegalArgumentException when its id is there already, or there are too many
   */
  void take(Item item) {
    if (ids.size() >= MAX_ITEMS) {
      throw new IllegalArgumentException("more than " + MAX_ITEMS + " items are not taken");
    }
    if (!ids.add(item.suite() + '\n' + item.id())) {
      throw new IllegalArgumentException(
          "id \"" + item.id() + "\" is there twice; remove or rename one of the two");
    }
    rows++;
    if (items.size() < limit) {
      items.add(item);
    }
  }

  void leaveOut(String reason) {
    rows++;
    leftOut.merge(reason, 1, Integer::sum);
  }

  void refuse(BenchmarkImport.LineProblem problem) {
    rows++;
    refused++;
    if (problems.size() < BenchmarkImport.MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  void note(String note) {
    if (notes.size() < MAX_NOTES) {
      notes.add(note);
    }
  }

  /** How many rows there were so far, whatever became of them. */
  int rows() {
    return rows;
  }

  BenchmarkImport result(BenchmarkFormat format) {
    return new BenchmarkImport(
        items,
        ids.size(),
        refused,
        problems,
        leftOut.entrySet().stream()
            .map(reason -> new BenchmarkImport.LeftOut(reason.getKey(), reason.getValue()))
            .toList(),
        notes,
        format.tokenizer(),
        format.severalFiles());
  }
}
