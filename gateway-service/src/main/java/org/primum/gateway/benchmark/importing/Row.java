package org.primum.gateway.benchmark.importing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One record of a file: its cells by column, and the line it begins on. */
final class Row {

  private final int line;
  private final Map<String, Object> cells;

  /**
   * Keeps a copy of the cells.
   *
   * @param line from 1; in Parquet, which has no lines, the row's number
   * @param cells text, numbers or anything else; a null is a cell that is not there
   */
  Row(int line, Map<String, ?> cells) {
    this.line = line;
    this.cells = new LinkedHashMap<>(cells);
    this.cells.values().removeIf(cell -> cell == null);
  }

  int line() {
    return line;
  }

  Set<String> columns() {
    return cells.keySet();
  }

  boolean has(String column) {
    return cells.containsKey(column);
  }

  /** Every cell that is text. */
  Stream<Map.Entry<String, String>> texts() {
    return cells.entrySet().stream()
        .filter(cell -> cell.getValue() instanceof String)
        .map(cell -> Map.entry(cell.getKey(), (String) cell.getValue()));
  }

  /**
   * A cell of text.
   *
   * @throws IllegalArgumentException when it is missing, empty or something else
   */
  String text(String column) {
    if (!(present(column) instanceof String text)) {
      throw new IllegalArgumentException(named(column) + " is not text");
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException(named(column) + " is empty");
    }
    return text;
  }

  /** A cell of text, or null when it is missing or empty. */
  String optionalText(String column) {
    return isBlank(column) ? null : text(column);
  }

  /** Whether a cell is missing or empty. */
  boolean isBlank(String column) {
    Object cell = cells.get(column);
    return cell == null || (cell instanceof String text && text.isBlank());
  }

  /**
   * A whole number of at most 18 digits, in its shortest form.
   *
   * @throws IllegalArgumentException when it is missing or something else
   */
  String wholeNumber(String column) {
    Object cell = present(column);
    boolean number = cell instanceof Integer || cell instanceof Long || cell instanceof BigInteger;
    if ((number || cell instanceof String) && cell.toString().matches("[0-9]{1,18}")) {
      return Long.toString(Long.parseLong(cell.toString()));
    }
    throw new IllegalArgumentException(named(column) + " is not a whole number");
  }

  /** Whether a cell is there and is a number between the two, both included. */
  boolean isNumberBetween(String column, int least, int most) {
    return cells.get(column) instanceof Number number
        && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(least)) >= 0
        && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  /**
   * Text, or a whole number as text: what serves as an id or a category.
   *
   * @throws IllegalArgumentException when it is missing, empty or something else
   */
  String key(String column) {
    return cells.get(column) instanceof Number ? wholeNumber(column) : text(column);
  }

  private Object present(String column) {
    Object cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException(named(column) + " is missing");
    }
    return cell;
  }

  private static String named(String column) {
    return "column \"" + column + "\"";
  }
}
