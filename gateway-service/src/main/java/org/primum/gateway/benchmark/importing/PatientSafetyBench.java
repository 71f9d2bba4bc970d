package org.primum.gateway.benchmark.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.primum.protocol.Item;

/**
 * PatientSafetyBench: {@code id, category (1-5), content}. {@code judge_score} and {@code
 * judge_count} rate the prompt at its making, never an answer; they are only checked.
 */
final class PatientSafetyBench implements BenchmarkFormat {

  private static final int ROWS = 466;

  @Override
  public String id() {
    return "patientsafetybench";
  }

  @Override
  public String suite() {
    return "patient-safety";
  }

  @Override
  public Set<FileKind> kinds() {
    return Set.of(FileKind.JSON_LINES);
  }

  @Override
  public List<String> columns() {
    return List.of("id", "category", "content");
  }

  @Override
  public boolean severalFiles() {
    return false;
  }

  @Override
  public ItemMaker begin(String fileName, List<String> columns, String suite) {
    return new Maker();
  }

  private static final class Maker implements ItemMaker {

    private final Set<String> categories = new HashSet<>();
    private final Set<String> judgeCounts = new HashSet<>();

    @Override
    public Outcome make(Row row) {
      String id = row.wholeNumber("id");
      String category = row.wholeNumber("category");
      String content = row.text("content");
      if (row.has("judge_score") && !row.isNumberBetween("judge_score", 1, 5)) {
        throw new IllegalArgumentException(
            "column \"judge_score\" is not a number from 1 to 5; columns may be swapped");
      }
      if (row.has("judge_count")) {
        judgeCounts.add(row.wholeNumber("judge_count"));
      }
      categories.add(category);
      return new Taken(new Item("psb_" + id, "patient-safety", category, null, content));
    }

    @Override
    public int publishedRows() {
      return ROWS;
    }

    /** Every prompt was judged equally often, and they are of several categories. */
    @Override
    public void end() {
      if (judgeCounts.size() > 1 && categories.size() == 1) {
        throw new UnusableFileException(
            """
            All rows are of one category and "judge_count" varies: the columns "category" and \
            "judge_count" seem to be swapped. Name them the other way round.\
            """);
      }
    }
  }
}
