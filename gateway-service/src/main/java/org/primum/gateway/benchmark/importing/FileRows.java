package org.primum.gateway.benchmark.importing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.primum.protocol.Item;
import org.primum.protocol.suite.Suites;

/** Makes items of the rows of one file, checks them, and counts them. */
final class FileRows implements RowHandler {

  private final BenchmarkFormat format;
  private final String fileName;
  private final String suite;
  private final String shown;
  private final ImportTally tally;
  private final int rowsBefore;
  private final Set<String> everMissing;
  private Set<String> firstColumns = Set.of();
  private ItemMaker maker;
  private boolean hasHeader;
  private int damagedDocuments;
  private int firstDamaged;

  /**
   * Begins a file.
   *
   * @param fileName without folders
   * @param suite named with the upload, or null
   * @param shown how the file is named in problems; null when it is the upload itself
   */
  FileRows(BenchmarkFormat format, String fileName, String suite, String shown, ImportTally tally) {
    this.format = format;
    this.fileName = fileName;
    this.suite = suite;
    this.shown = shown;
    this.tally = tally;
    this.rowsBefore = tally.rows();
    this.everMissing = new TreeSet<>(format.columns());
  }

  @Override
  public void begin(List<String> columns) {
    hasHeader = !columns.isEmpty();
    if (hasHeader && !columns.containsAll(format.columns())) {
      throw missing(columns);
    }
    maker = format.begin(fileName, columns, suite);
  }

  @Override
  public void row(Row row) {
    if (!hasHeader) {
      everMissing.removeAll(row.columns());
      if (firstColumns.isEmpty()) {
        firstColumns = new TreeSet<>(row.columns());
      }
    }
    try {
      switch (maker.make(row)) {
        case ItemMaker.Taken(Item item) -> take(row, item);
        case ItemMaker.LeftOut(String reason) -> tally.leaveOut(reason);
      }
    } catch (IllegalArgumentException wrong) {
      unreadable(row.line(), wrong.getMessage());
    }
  }

  @Override
  public void unreadable(int line, String problem) {
    tally.refuse(new BenchmarkImport.LineProblem(shown, line, problem));
  }

  /** Looks at the file as a whole, after its last row. */
  void end() {
    int rows = tally.rows() - rowsBefore;
    if (!hasHeader && !firstColumns.isEmpty() && !everMissing.isEmpty()) {
      note(missing(firstColumns).getMessage());
    }
    if (rows > 0) {
      maker.end();
    }
    if (maker.publishedRows() > 0 && rows != maker.publishedRows()) {
      note(
          "The published file has %d rows, this one has %d."
              .formatted(maker.publishedRows(), rows));
    }
    if (damagedDocuments > 0) {
      note(
          "Documents with characters that were decoded wrongly: %d, the first on line %d."
              .formatted(damagedDocuments, firstDamaged));
    }
  }

  private void take(Row row, Item item) {
    String problem = Suites.of(item.suite()).problem(item);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    row.texts()
        .filter(cell -> SuspectText.formula(cell.getValue()))
        .findFirst()
        .ifPresent(
            cell -> {
              throw new IllegalArgumentException(
                  """
                  column "%s" begins like a formula that a spreadsheet would execute; remove the sign \
                  it begins with, or the row\
                  """
                      .formatted(Shown.name(cell.getKey())));
            });
    if (SuspectText.damaged(item.prompt())
        || SuspectText.damaged(item.instruction())
        || SuspectText.damaged(item.category())
        || SuspectText.damaged(item.id())) {
      throw new IllegalArgumentException(
          """
          the text was decoded wrongly, such as "\u00e2\u20ac\u2122" for an apostrophe; save the original \
          as UTF-8 again\
          """);
    }
    tally.take(item);
    // Published documents were often copied from elsewhere, damage included; they are told, not
    // lost.
    if (SuspectText.damaged(item.document())) {
      firstDamaged = damagedDocuments == 0 ? row.line() : firstDamaged;
      damagedDocuments++;
    }
  }

  private void note(String note) {
    tally.note(shown == null ? note : shown + ": " + note);
  }

  private UnusableFileException missing(Collection<String> columns) {
    List<String> missing =
        format.columns().stream().filter(column -> !columns.contains(column)).toList();
    return new UnusableFileException(
        "The file has no column %s. It has %s; the format \"%s\" needs %s.%s"
            .formatted(
                Shown.columns(missing),
                Shown.columns(columns),
                format.id(),
                Shown.columns(format.columns()),
                BenchmarkFormats.lookingLike(columns)
                    .map(" The columns look like those of the format \"%s\"."::formatted)
                    .orElse("")));
  }
}
