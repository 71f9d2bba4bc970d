package org.primum.leaderboard.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.primum.protocol.Json;

/** JSON objects, one a line, alone or in an array; a row has every column, null where empty. */
final class JsonRows<R> implements RowWriter<R> {

  private final List<Column<R>> columns;
  private final boolean inArray;
  private final JsonGenerator json;

  private JsonRows(OutputStream out, List<Column<R>> columns, boolean inArray) throws IOException {
    this.columns = columns;
    this.inArray = inArray;
    // Through a writer: half a character, which a cut reply may end with, becomes a question mark
    // instead of ending the export.
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json = Json.MAPPER.getFactory().createGenerator(text);
    if (inArray) {
      json.writeStartArray();
    } else {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }
  }

  /** One array of all rows. */
  static <R> JsonRows<R> array(OutputStream out, List<Column<R>> columns) throws IOException {
    return new JsonRows<>(out, columns, true);
  }

  /** One object a line. */
  static <R> JsonRows<R> lines(OutputStream out, List<Column<R>> columns) throws IOException {
    return new JsonRows<>(out, columns, false);
  }

  @Override
  public void write(R row) throws IOException {
    json.writeStartObject();
    for (Column<R> column : columns) {
      json.writeFieldName(column.name());
      Json.MAPPER.writeValue(json, column.of(row));
    }
    json.writeEndObject();
    if (inArray) {
      json.writeRaw('\n');
    }
  }

  @Override
  public void end() throws IOException {
    if (inArray) {
      json.writeEndArray();
    }
    json.writeRaw('\n');
    json.flush();
  }
}
