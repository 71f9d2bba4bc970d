package org.primum.gateway.benchmark;

import java.util.List;
import org.primum.gateway.benchmark.importing.BenchmarkImport;

/**
 * What became of an upload.
 *
 * @param taken rows taken
 * @param refused rows refused
 * @param problems what is wrong with them
 * @param leftOut good rows that are not meant for the suite, by reason
 * @param notes what is worth a look although nothing was refused for it
 * @param tokenizer the tokenizer rows were measured with; null when none was
 * @param oneOfSeveral whether the data set comes in several files: then only the categories and
 *     splits of this one are replaced in the draft, otherwise the whole suite
 */
public record ImportReport(
    int taken,
    int refused,
    List<BenchmarkImport.LineProblem> problems,
    List<BenchmarkImport.LeftOut> leftOut,
    List<String> notes,
    String tokenizer,
    boolean oneOfSeveral) {

  /** The report of a reading. */
  public static ImportReport of(BenchmarkImport rows) {
    return new ImportReport(
        rows.taken(),
        rows.refused(),
        rows.problems(),
        rows.leftOut(),
        rows.notes(),
        rows.tokenizer(),
        rows.oneOfSeveral());
  }
}
