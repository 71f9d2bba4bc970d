package org.primum.leaderboard.export;

import java.util.List;
import java.util.stream.Collectors;
import org.primum.leaderboard.page.PlainText;
import org.primum.protocol.message.BenchmarkChanged;

/** The page that comes with an archive: what is in it, and what its columns mean. */
final class ArchiveReadme {

  private static final int LONGEST_NAME = 200;

  private ArchiveReadme() {}

  static String of(BenchmarkChanged version) {
    return """
    # %s

    Everything that is public of this benchmark version and of the evaluations on it.

    | File | Holds |
    |---|---|
    | `version.json` | The version, its suites, how votes become verdicts, and the definition of every rate |
    | `board.csv` | The numbers that stand on the board: of each model the newest complete evaluation in each comparable group |
    | `evaluations.ndjson` | Every evaluation that has ended, failed and cancelled ones too, one a line, with the file of its records or the reason why there is none |
    | `records/*.ndjson` | The records of one evaluation each: one answer to one item a line |
    | `CITATION.cff` | How to cite these data |

    Items of a private part are left out, and so are all records of a version whose items are private as a whole. Numbers over all items of a version with a private part cannot be recomputed from the records; those marked `public` in the column `part` can.

    ## Columns of board.csv

    %s
    In this file a text that a spreadsheet could take for a formula has an apostrophe in front: one that begins, after any apostrophes, with `=`, `+`, `-`, `@`, a tab or a line break. Remove one apostrophe to get the text back.

    ### Rates

    %s
    ## Fields of the records

    %s
    ## Licence

    %s
    """
        .formatted(
            name(version),
            columns(BoardColumns.ALL),
            rates(),
            columns(ItemColumns.ALL),
            Licence.WORDS);
  }

  /** Nothing of a name is read as Markdown. */
  private static String name(BenchmarkChanged version) {
    return PlainText.line(version.benchmark() + " " + version.version(), LONGEST_NAME)
        .replaceAll("([\\\\`*_{}\\[\\]<>()#+!|-])", "\\\\$1");
  }

  private static String columns(List<? extends Column<?>> columns) {
    return columns.stream()
        .map(
            column ->
                "| `%s` | %s | %s |\n"
                    .formatted(column.name(), column.kind().words(), column.meaning()))
        .collect(Collectors.joining("", "| Column | Holds | Meaning |\n|---|---|---|\n", ""));
  }

  private static String rates() {
    return DescribedRate.all().stream()
        .map(
            rate ->
                "| `%s` | %s | %s |\n"
                    .formatted(rate.id(), rate.definition(), String.join(", ", rate.suites())))
        .collect(Collectors.joining("", "| Rate | Definition | Suites |\n|---|---|---|\n", ""));
  }
}
