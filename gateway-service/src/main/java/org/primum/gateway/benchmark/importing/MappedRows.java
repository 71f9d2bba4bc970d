package org.primum.gateway.benchmark.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** Any table for a suite that is named with the upload, by a mapping of its columns. */
final class MappedRows implements BenchmarkFormat {

  static final String ID = "mapped";

  private final ColumnMapping mapping;
  private final String suite;

  private MappedRows(ColumnMapping mapping, String suite) {
    this.mapping = mapping;
    this.suite = suite;
  }

  /**
   * The format for one upload.
   *
   * @throws Problem when mapping or suite are missing or do not fit
   */
  static MappedRows of(String mapping, String suite) {
    if (suite == null) {
      throw Problem.badRequest(
          "Name the \"suite\" that the rows are for; they are of one of %s."
              .formatted(Suites.all().stream().map(Suite::id).toList()));
    }
    if (mapping == null) {
      throw Problem.badRequest("Send a \"mapping\" of columns with the format \"mapped\".");
    }
    return new MappedRows(ColumnMapping.read(mapping), suite);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String suite() {
    return suite;
  }

  @Override
  public Set<FileKind> kinds() {
    return EnumSet.allOf(FileKind.class);
  }

  @Override
  public List<String> columns() {
    return mapping.needed();
  }

  /** Ids may be row numbers, and those of two files would be the same. */
  @Override
  public boolean severalFiles() {
    return false;
  }

  @Override
  public ItemMaker begin(String fileName, List<String> columns, String named) {
    return new Maker();
  }

  private final class Maker implements ItemMaker {

    private int number;

    @Override
    public Outcome make(Row row) {
      number++;
      return new Taken(
          new Item(
              mapping.columns().containsKey("id")
                  ? row.key(mapping.columns().get("id"))
                  : Integer.toString(number),
              suite,
              category(row),
              mapping.optional(row, "split"),
              row.text(mapping.columns().get("prompt")),
              mapping.optional(row, "document"),
              mapping.optional(row, "instruction"),
              null));
    }

    private String category(Row row) {
      String column = mapping.columns().get("category");
      return column == null ? mapping.constants().get("category") : row.key(column);
    }
  }
}
