package org.primum.leaderboard.export;

import java.time.Instant;
import java.util.function.Function;
import org.primum.protocol.Require;

/**
 * A column of a table that is given away, the same in every format.
 *
 * @param <R> what a row is made of
 * @param name stable, in lower case
 * @param kind what stands in it
 * @param meaning one sentence for a reader
 * @param value of a row, of the class of its kind; null for an empty cell
 */
public record Column<R>(String name, Kind kind, String meaning, Function<R, Object> value) {

  /** What may stand in a column. */
  public enum Kind {
    TEXT("text", String.class),
    WHOLE("whole number", Integer.class),
    DECIMAL("number", Double.class),
    YES_NO("true or false", Boolean.class),
    INSTANT("time, UTC", Instant.class),
    /** Lists and maps: JSON within JSON, and a text that holds JSON in the other formats. */
    NESTED("JSON", Object.class);

    private final String words;
    private final Class<?> type;

    Kind(String words, Class<?> type) {
      this.words = words;
      this.type = type;
    }

    /** As a reader would say it. */
    public String words() {
      return words;
    }
  }

  public Column {
    Require.text(name, "name");
    Require.text(meaning, "meaning");
    Require.present(kind, "kind");
    Require.present(value, "value");
  }

  static <R> Column<R> text(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Kind.TEXT, meaning, value);
  }

  static <R> Column<R> whole(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Kind.WHOLE, meaning, value);
  }

  static <R> Column<R> decimal(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Kind.DECIMAL, meaning, value);
  }

  static <R> Column<R> yesNo(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Kind.YES_NO, meaning, value);
  }

  static <R> Column<R> instant(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Kind.INSTANT, meaning, value);
  }

  static <R> Column<R> nested(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Kind.NESTED, meaning, value);
  }

  /** What that row has in this column, or null. */
  Object of(R row) {
    Object cell = value.apply(row);
    Require.that(
        cell == null || kind.type.isInstance(cell), "column " + name + " holds " + kind.words);
    return cell;
  }
}
