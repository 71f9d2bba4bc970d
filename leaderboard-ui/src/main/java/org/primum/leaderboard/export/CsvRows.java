package org.primum.leaderboard.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.primum.protocol.Json;

/**
 * CSV by RFC 4180 in UTF-8, with a header. An empty cell is one without a value, {@code ""} an
 * empty text. Texts pass {@link FormulaGuard}; numbers and times need not.
 */
final class CsvRows<R> implements RowWriter<R> {

  private final List<Column<R>> columns;
  private final Writer text;
  private final CsvWriter csv;

  CsvRows(OutputStream out, List<Column<R>> columns) {
    this.columns = columns;
    text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.EMPTY)
            .bufferSize(0)
            .build(text);
    csv.writeRecord(columns.stream().map(Column::name).toList());
  }

  @Override
  public void write(R row) {
    csv.writeRecord(columns.stream().map(column -> cell(column, column.of(row))).toList());
  }

  private static String cell(Column<?> column, Object value) {
    if (value == null) {
      return null;
    }
    return switch (column.kind()) {
      case TEXT -> FormulaGuard.guarded(value.toString());
      case NESTED -> FormulaGuard.guarded(Json.write(value));
      case WHOLE, DECIMAL, YES_NO, INSTANT -> value.toString();
    };
  }

  @Override
  public void end() throws IOException {
    text.flush();
  }
}
