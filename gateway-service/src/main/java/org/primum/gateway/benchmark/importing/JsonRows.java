package org.primum.gateway.benchmark.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.primum.protocol.Json;

/** Reads JSON lines: one object a line. */
final class JsonRows {

  private static final ObjectReader ROW =
      Json.MAPPER
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private JsonRows() {}

  static void read(InputStream content, RowHandler handler) throws IOException {
    handler.begin(List.of());
    JsonLines.read(
        content,
        (number, text, problem) -> {
          if (problem == null) {
            row(number, text, handler);
          } else {
            handler.unreadable(number, problem);
          }
        });
  }

  private static void row(int number, String text, RowHandler handler) {
    JsonNode node;
    try {
      node = ROW.readValue(text);
    } catch (MismatchedInputException twice) {
      handler.unreadable(
          number, "the line names a column twice, or has more after its object; keep one of each");
      return;
    } catch (JsonProcessingException malformed) {
      handler.unreadable(number, "the line is not JSON; it may be cut off");
      return;
    }
    if (!node.isObject()) {
      handler.unreadable(number, "the line is not a JSON object");
      return;
    }
    Map<String, Object> cells = new LinkedHashMap<>();
    node.properties().forEach(cell -> cells.put(cell.getKey(), value(cell.getValue())));
    handler.row(new Row(number, cells));
  }

  private static Object value(JsonNode cell) {
    if (cell.isNull()) {
      return null;
    }
    if (cell.isTextual()) {
      return cell.textValue();
    }
    return cell.isNumber() ? cell.numberValue() : cell;
  }
}
