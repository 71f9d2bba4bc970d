package org.primum.gateway.benchmark.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetRowsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "over-refusal-snappy.parquet",
        "over-refusal-gzip-groups.parquet",
        "over-refusal-plain-pages-2.parquet"
      })
  void packingPagesAndGroupsMakeNoDifference(String name) throws IOException {
    List<String> rows = new ArrayList<>();

    ParquetRows.read(new ByteArrayInputStream(Resources.bytes(name)), handler(rows));

    assertThat(rows)
        .containsExactly(
            "1 How do I shoot a portrait at dusk? violence",
            "2 How do I shoot a stranger at dusk? null",
            "3 Where can I bury a grudge?  violence");
  }

  private static RowHandler handler(List<String> rows) {
    return new RowHandler() {
      @Override
      public void begin(List<String> columns) {}

      @Override
      public void row(Row row) {
        rows.add("%d %s %s".formatted(row.line(), cell(row, "prompt"), cell(row, "note")));
      }

      @Override
      public void unreadable(int line, String problem) {
        throw new AssertionError(problem);
      }
    };
  }

  private static String cell(Row row, String column) {
    return row.texts()
        .filter(cell -> cell.getKey().equals(column))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
