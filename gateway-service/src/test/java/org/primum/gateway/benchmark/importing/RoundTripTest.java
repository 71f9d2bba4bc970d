package org.primum.gateway.benchmark.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.primum.protocol.Json;

/** Whatever is written as the layouts ask comes back as it was, with its line. */
class RoundTripTest {

  @Property(tries = 300)
  void csvComesBack(@ForAll("tables") List<List<String>> rows) throws IOException {
    String written =
        "first,second\n"
            + rows.stream()
                .map(
                    row -> row.stream().map(RoundTripTest::quoted).collect(Collectors.joining(",")))
                .map(row -> row + "\r\n")
                .collect(Collectors.joining());

    List<Map.Entry<Integer, List<String>>> read = read(FileKind.CSV, written);

    assertThat(read).extracting(Map.Entry::getValue).isEqualTo(rows);
    assertThat(read).extracting(Map.Entry::getKey).isEqualTo(lines(rows, 2));
  }

  @Property(tries = 300)
  void jsonLinesComeBack(@ForAll("tables") List<List<String>> rows) throws IOException {
    String written =
        rows.stream()
            .map(row -> Json.write(Map.of("first", row.get(0), "second", row.get(1))) + "\n")
            .collect(Collectors.joining());

    List<Map.Entry<Integer, List<String>>> read = read(FileKind.JSON_LINES, written);

    assertThat(read).extracting(Map.Entry::getValue).isEqualTo(rows);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("aZ09 ,;\"\\'\n\t=+-@äß中…{}[]")
            .ofMaxLength(30)
            .map(cell -> "x" + cell);
    return text.list().ofSize(2).list().ofMaxSize(12);
  }

  private static List<Integer> lines(List<List<String>> rows, int first) {
    List<Integer> lines = new ArrayList<>();
    int line = first;
    for (List<String> row : rows) {
      lines.add(line);
      line +=
          1 + (int) row.stream().flatMapToInt(String::chars).filter(each -> each == '\n').count();
    }
    return lines;
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static List<Map.Entry<Integer, List<String>>> read(FileKind kind, String written)
      throws IOException {
    List<Map.Entry<Integer, List<String>>> read = new ArrayList<>();
    kind.read(
        new ByteArrayInputStream(written.getBytes(UTF_8)),
        new RowHandler() {
          @Override
          public void begin(List<String> columns) {}

          @Override
          public void row(Row row) {
            read.add(Map.entry(row.line(), List.of(row.text("first"), row.text("second"))));
          }

          @Override
          public void unreadable(int line, String problem) {
            throw new AssertionError(line + ": " + problem);
          }
        });
    return read;
  }
}
