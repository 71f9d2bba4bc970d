package org.primum.leaderboard.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class RowWriterTest {

  private static final Instant TIME = Instant.parse("2026-11-24T10:00:00.123456Z");

  private record Line(
      String text, Integer whole, Double number, Boolean flag, Instant time, Object nested) {

    static Line saying(String text) {
      return new Line(text, 1, 0.5, true, TIME, null);
    }
  }

  private static final List<Column<Line>> COLUMNS =
      List.of(
          Column.text("text", "A text.", Line::text),
          Column.whole("whole", "A whole number.", Line::whole),
          Column.decimal("number", "A number.", Line::number),
          Column.yesNo("flag", "True or false.", Line::flag),
          Column.instant("time", "A time.", Line::time),
          Column.nested("nested", "Something with parts.", Line::nested));

  private static byte[] written(Format format, List<Line> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter<Line> writer = format.begin(out, COLUMNS);
    for (Line line : lines) {
      writer.write(line);
    }
    writer.end();
    return out.toByteArray();
  }

  @Test
  void aLineOfCsvHasEveryKindOfValue() throws IOException {
    byte[] csv =
        written(
            Format.CSV,
            List.of(
                new Line("two\nlines, \"quoted\"", -3, 0.1, false, TIME, Map.of("a", 1)),
                new Line("", null, null, null, null, null),
                new Line(null, null, null, null, null, null)));

    assertThat(new String(csv, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            text,whole,number,flag,time,nested\r
            "two\nlines, ""quoted""\",-3,0.1,false,2026-11-24T10:00:00.123456Z,"{""a"":1}"\r
            "",,,,,\r
            ,,,,,\r
            """);
  }

  @Test
  void noTextOfCsvIsTakenForAFormula() throws IOException {
    List<String> risky =
        List.of("=cmd()", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "＝1", "'=1", "''@", "=");

    List<CsvRecord> read = csv(written(Format.CSV, risky.stream().map(Line::saying).toList()));

    assertThat(read).extracting(line -> line.getField(0)).allMatch(cell -> cell.startsWith("'"));
    assertThat(read).extracting(line -> decoded(line.getField(0))).containsExactlyElementsOf(risky);
  }

  @Test
  void harmlessTextOfCsvStaysAsItIs() throws IOException {
    List<String> harmless = List.of("a=b", "it's", "'quoted'", " =1", "\u202Eevil", "3-1");

    List<CsvRecord> read = csv(written(Format.CSV, harmless.stream().map(Line::saying).toList()));

    assertThat(read).extracting(line -> line.getField(0)).containsExactlyElementsOf(harmless);
  }

  @Property(tries = 200)
  void anyTextComesBackFromCsv(@ForAll @Size(max = 5) @UniqueElements List<String> texts)
      throws IOException {
    List<String> readable =
        texts.stream()
            .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
            .toList();

    List<CsvRecord> read = csv(written(Format.CSV, readable.stream().map(Line::saying).toList()));

    assertThat(read)
        .extracting(line -> decoded(line.getField(0)))
        .containsExactlyElementsOf(readable);
  }

  /** As the page about the data says: one apostrophe goes. */
  private static String decoded(String cell) {
    return cell.matches("(?s)'+[=+\\-@\\t\\r\\n＝＋－＠].*") ? cell.substring(1) : cell;
  }

  private static List<CsvRecord> csv(byte[] file) throws IOException {
    List<CsvRecord> all = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(new String(file, StandardCharsets.UTF_8))) {
      reader.forEach(all::add);
    }
    return all.subList(1, all.size());
  }

  @Test
  void anotherImplementationReadsJson() throws IOException {
    Line full = new Line("<b>\u202E=1", 7, 0.25, true, TIME, List.of("x"));
    Line empty = new Line(null, null, null, null, null, null);
    try (DuckDb duck = new DuckDb()) {
      for (Format format : List.of(Format.JSON, Format.NDJSON)) {
        String file = duck.file("x." + format.extension(), written(format, List.of(full, empty)));

        List<Map<String, Object>> rows = duck.query("select * from read_json(" + file + ")");

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst())
            .containsEntry("text", "<b>\u202E=1")
            .containsEntry("whole", 7L)
            .containsEntry("number", 0.25)
            .containsEntry("flag", true);
        assertThat(rows.getLast().values()).containsOnlyNulls();
      }
    }
  }

  @Test
  void anArrayWithoutRowsIsJsonToo() throws IOException {
    assertThat(new String(written(Format.JSON, List.of()), StandardCharsets.UTF_8))
        .isEqualToIgnoringWhitespace("[]");
  }

  @Test
  void anotherImplementationReadsParquet() throws IOException {
    Line full = new Line("<b>\u202E=1", -7, 0.25, false, TIME, Map.of("a", List.of(1, 2)));
    Line empty = new Line(null, null, null, null, null, null);
    byte[] parquet = written(Format.PARQUET, List.of(full, empty));

    try (DuckDb duck = new DuckDb()) {
      String file = duck.file("x.parquet", parquet);
      List<Map<String, Object>> rows =
          duck.query(
              "select *, epoch_us(time) as micros, nested::json ->> '$.a[1]' as part from " + file);

      assertThat(rows.getFirst())
          .containsEntry("text", "<b>\u202E=1")
          .containsEntry("whole", -7)
          .containsEntry("number", 0.25)
          .containsEntry("flag", false)
          .containsEntry("micros", TIME.getEpochSecond() * 1_000_000 + 123_456)
          .containsEntry("part", "2");
      assertThat(rows.getLast().values()).containsOnlyNulls();
      assertThat(duck.column("select distinct compression from parquet_metadata(" + file + ")"))
          .containsExactly("GZIP");
    }
  }

  @Test
  void aLongParquetFileIsWrittenOutPieceByPiece() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter<Line> writer = Format.PARQUET.begin(out, COLUMNS);
    Random random = new Random(1);
    int rows = 60;
    for (int at = 0; at < rows; at++) {
      byte[] noise = new byte[1 << 20];
      random.nextBytes(noise);
      writer.write(Line.saying(at + new String(noise, StandardCharsets.ISO_8859_1)));
    }
    int before = out.size();
    writer.end();

    assertThat(before).isGreaterThan(out.size() / 2);
    try (DuckDb duck = new DuckDb()) {
      String file = duck.file("long.parquet", out.toByteArray());
      assertThat(duck.column("select count(distinct text) from " + file)).containsExactly(60L);
      assertThat(
              (Long)
                  duck.column("select num_row_groups from parquet_file_metadata(" + file + ")")
                      .getFirst())
          .isGreaterThan(3);
    }
  }

  @Test
  void aTableThatWasNotEndedIsBroken() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.PARQUET.begin(out, COLUMNS).write(Line.saying("x"));

    try (DuckDb duck = new DuckDb()) {
      String file = duck.file("broken.parquet", out.toByteArray());
      assertThatThrownBy(() -> duck.query("select * from " + file))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aColumnHoldsWhatItSays() {
    Column<Line> wrong = Column.whole("whole", "A whole number.", Line::text);

    assertThatThrownBy(() -> wrong.of(Line.saying("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column whole holds whole number");
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    OutputStream open =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new AssertionError("closed");
          }
        };
    for (Format format : Format.values()) {
      RowWriter<Line> writer = format.begin(open, COLUMNS);
      writer.write(Line.saying("x"));
      writer.end();
    }
  }
}
