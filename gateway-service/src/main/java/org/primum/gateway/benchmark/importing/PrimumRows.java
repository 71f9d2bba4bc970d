package org.primum.gateway.benchmark.importing;

import java.util.List;
import java.util.Set;
import org.primum.protocol.Item;

/**
 * Primum's own: {@code id, suite, category, split?, prompt, document?, instruction?, part?}.
 * Further columns, such as a canary string, are left where they are.
 */
final class PrimumRows implements BenchmarkFormat {

  @Override
  public String id() {
    return "primum";
  }

  @Override
  public String suite() {
    return null;
  }

  @Override
  public Set<FileKind> kinds() {
    return Set.of(FileKind.JSON_LINES);
  }

  @Override
  public List<String> columns() {
    return List.of("id", "suite", "category", "prompt");
  }

  @Override
  public boolean severalFiles() {
    return true;
  }

  @Override
  public ItemMaker begin(String fileName, List<String> columns, String suite) {
    return row -> new ItemMaker.Taken(item(row, suite));
  }

  private static Item item(Row row, String suite) {
    String own = row.text("suite");
    if (suite != null && !suite.equals(own)) {
      throw new IllegalArgumentException(
          "the row is of suite \"%s\", not of \"%s\"".formatted(own, suite));
    }
    return new Item(
        row.text("id"),
        own,
        row.text("category"),
        row.optionalText("split"),
        row.text("prompt"),
        row.optionalText("document"),
        row.optionalText("instruction"),
        row.optionalText("part"));
  }
}
