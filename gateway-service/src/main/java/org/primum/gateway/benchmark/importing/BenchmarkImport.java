package org.primum.gateway.benchmark.importing;

import java.io.IOException;
import java.util.List;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;

/**
 * What an upload holds.
 *
 * @param items the good rows, in the file's order; of a preview only the first
 * @param taken how many rows are good
 * @param refused how many rows are not good
 * @param problems the first of them, {@value #MAX_PROBLEMS} at the most
 * @param leftOut good rows that are not meant for the suite, by reason
 * @param notes what is worth a look although nothing was refused for it
 * @param tokenizer the tokenizer that rows were measured with, or null when none was
 * @param oneOfSeveral whether the data set comes in several files, of which this may be one
 */
public record BenchmarkImport(
    List<Item> items,
    int taken,
    int refused,
    List<LineProblem> problems,
    List<LeftOut> leftOut,
    List<String> notes,
    String tokenizer,
    boolean oneOfSeveral) {

  static final int MAX_PROBLEMS = 100;

  public BenchmarkImport {
    items = List.copyOf(items);
    problems = List.copyOf(problems);
    leftOut = List.copyOf(leftOut);
    notes = List.copyOf(notes);
  }

  /**
   * What is wrong with a row.
   *
   * @param file its folders and name within a zip; null for an upload that is none
   * @param line where it begins, from 1; in Parquet, which has no lines, the row's number
   * @param message what to do
   */
  public record LineProblem(String file, int line, String message) {

    /** In an upload that is no zip. */
    public LineProblem(int line, String message) {
      this(null, line, message);
    }

    /** The place, for a list of problems. */
    public String place() {
      return file == null ? "line " + line : file + " line " + line;
    }
  }

  /**
   * Rows left out.
   *
   * @param reason why
   * @param rows how many
   */
  public record LeftOut(String reason, int rows) {}

  /**
   * Reads everything.
   *
   * @throws Problem when the upload as a whole cannot be used
   */
  public static BenchmarkImport read(ImportRequest request) throws IOException {
    return run(request, Integer.MAX_VALUE);
  }

  /**
   * Reads and counts everything, and keeps only the first items.
   *
   * @param limit how many
   * @throws Problem when the upload as a whole cannot be used
   */
  public static BenchmarkImport preview(ImportRequest request, int limit) throws IOException {
    return run(request, limit);
  }

  private static BenchmarkImport run(ImportRequest request, int limit) throws IOException {
    ImportRun run = new ImportRun(BenchmarkFormats.of(request), request.suite(), limit);
    try {
      ImportedFile.visit(request.file(), request.fileName(), run);
      return run.result();
    } catch (UnusableFileException unusable) {
      throw Problem.unacceptable(unusable.getMessage());
    }
  }
}
