package org.primum.gateway.benchmark.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads comma-separated values with a header, strictly by their quotes. */
final class CsvRows {

  /** Longest cell taken, in characters. */
  static final int MAX_CELL = 2_000_000;

  private static final int MAX_ROW = 2 * MAX_CELL;
  private static final int MAX_COLUMNS = 200;

  private static final Pattern STARTING_LINE = Pattern.compile("starting at line ([0-9]+)");

  private CsvRows() {}

  static void read(InputStream content, RowHandler handler) throws IOException {
    try {
      Iterator<CsvRecord> records = records(content).iterator();
      if (!records.hasNext()) {
        throw empty();
      }
      List<String> columns = header(records.next());
      handler.begin(columns);
      while (records.hasNext()) {
        row(records.next(), columns, handler);
      }
    } catch (CsvParseException | UncheckedIOException failed) {
      throw cause(failed);
    }
  }

  /** What is behind it: the content itself, or a row that breaks the rules of CSV. */
  private static UnusableFileException cause(RuntimeException failed) throws IOException {
    if (failed.getCause() instanceof UnusableFileException known) {
      return known;
    }
    if (failed.getCause() instanceof IOException unreadable) {
      throw unreadable;
    }
    // Behind a broken quote no row can be trusted to begin where it seems to.
    return new UnusableFileException(
        """
        The row%s cannot be read: a quoted cell is not closed or goes on behind its closing quote, \
        or the row is longer than %,d characters. The file may be cut off; save it again as CSV.\
        """
            .formatted(startingLine(failed), MAX_CELL));
  }

  private static CsvReader<CsvRecord> records(InputStream content) {
    CsvRecordHandler bounds =
        CsvRecordHandler.builder()
            .maxFields(MAX_COLUMNS)
            .maxFieldSize(MAX_CELL)
            .maxRecordSize(MAX_ROW)
            .build();
    return CsvReader.builder()
        .allowUnclosedQuote(false)
        // Counted here, so that the row is refused and the next one read.
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(MAX_CELL)
        .build(bounds, new StrictUtf8(content));
  }

  private static UnusableFileException empty() {
    return new UnusableFileException("The file is empty.");
  }

  private static List<String> header(CsvRecord record) {
    List<String> columns = record.getFields().stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new UnusableFileException(
            "The header names the column \"%s\" twice. Rename or remove one.".formatted(column));
      }
    }
    if (columns.size() == 1 && columns.getFirst().isEmpty()) {
      throw empty();
    }
    if (columns.size() == 1 && columns.getFirst().matches("(?s).*[;\t].*")) {
      throw new UnusableFileException(
          "The cells are not separated by commas. Save the file as CSV with commas.");
    }
    return columns;
  }

  private static void row(CsvRecord record, List<String> columns, RowHandler handler) {
    int line = (int) record.getStartingLineNumber();
    if (record.getFieldCount() != columns.size()) {
      handler.unreadable(
          line,
          "the row has %d cells where the header has %d; it may be cut off, or lack a quote"
              .formatted(record.getFieldCount(), columns.size()));
      return;
    }
    Map<String, String> cells = HashMap.newHashMap(columns.size());
    for (int at = 0; at < columns.size(); at++) {
      cells.put(columns.get(at), record.getField(at));
    }
    handler.row(new Row(line, cells));
  }

  private static String startingLine(RuntimeException broken) {
    Matcher line = STARTING_LINE.matcher(String.valueOf(broken.getMessage()));
    return line.find() ? " that begins on line " + line.group(1) : "";
  }
}
