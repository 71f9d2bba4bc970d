package org.primum.leaderboard.result;

import java.util.ArrayList;
import java.util.List;
import org.primum.protocol.scoring.Tally;
import org.primum.protocol.suite.Suite;

/**
 * Counts by label: one row as bars, several with the same labels as a table.
 *
 * @param rows at least one, each with the same labels
 */
public record CountTable(List<Row> rows) {

  /**
   * What was counted.
   *
   * @param title what it is
   * @param asked how many there should be, or null
   * @param split the split of the items, or null
   * @param cells one a label
   */
  public record Row(String title, Integer asked, String split, List<Cell> cells) {}

  /** How many have a label; the share is of those counted, in percent. */
  public record Cell(String label, String meaning, int count, double percent) {}

  /** Whether it is one row only. */
  public boolean single() {
    return rows.size() == 1;
  }

  /** Tallies side by side where they count the same labels. */
  static List<CountTable> of(Suite suite, List<Tally> tallies) {
    List<CountTable> tables = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (Tally tally : tallies) {
      Row row = row(suite, tally);
      if (!rows.isEmpty() && !labels(rows.getFirst()).equals(labels(row))) {
        tables.add(new CountTable(List.copyOf(rows)));
        rows.clear();
      }
      rows.add(row);
    }
    if (!rows.isEmpty()) {
      tables.add(new CountTable(List.copyOf(rows)));
    }
    return tables;
  }

  private static Row row(Suite suite, Tally tally) {
    return new Row(
        tally.title(),
        tally.asked(),
        tally.split(),
        tally.counts().entrySet().stream()
            .map(
                counted ->
                    new Cell(
                        counted.getKey(),
                        Verdicts.meaning(suite, counted.getKey()),
                        counted.getValue(),
                        tally.total() == 0 ? 0 : 100.0 * counted.getValue() / tally.total()))
            .toList());
  }

  private static List<String> labels(Row row) {
    return row.cells().stream().map(Cell::label).toList();
  }
}
