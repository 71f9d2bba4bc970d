package org.primum.gateway.benchmark;

import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.primum.gateway.benchmark.importing.ImportRequest;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.suite.Suites;

/** The multipart form an administrator imports a suite with. */
public class BenchmarkUpload {

  /** The version, for example {@code 1.0.0}. */
  @RestForm String version;

  /** The suite's id; may be left out where the file names it. */
  @RestForm String suite;

  /** The layout of the file. */
  @RestForm String format;

  /** Names of the judges, separated by commas. */
  @RestForm String judges;

  /** Whether items are shown only to reviewers and owners; left out, a draft stays as it is. */
  @RestForm("private")
  Boolean privateItems;

  /** What changed since the version before; left out, a draft stays as it is. */
  @RestForm String notes;

  /** Whether good rows are taken although others are refused; a preview is asked this later. */
  @RestForm boolean skipRefused;

  /** Which columns mean what, as JSON; for the format {@code mapped} only. */
  @RestForm String mapping;

  /** The rows. */
  @RestForm FileUpload file;

  /** Where the rows are to go. */
  public ImportTarget target(String benchmark) {
    return new ImportTarget(
        benchmark, version, judgeNames(), privateItems, notes == null ? null : notes.strip());
  }

  /** What the form asks to import. */
  public ImportRequest request() {
    if (file == null) {
      throw Problem.badRequest("Send the rows as \"file\".");
    }
    return new ImportRequest(
        file.uploadedFile(),
        file.fileName() == null || file.fileName().isBlank() ? "upload" : file.fileName(),
        checkedFormat(),
        checkedSuite(),
        mapping == null || mapping.isBlank() ? null : mapping);
  }

  private String checkedFormat() {
    if (format == null || format.isBlank()) {
      throw Problem.badRequest("Name the \"format\" of the file.");
    }
    return format.strip();
  }

  private String checkedSuite() {
    if (suite == null || suite.isBlank()) {
      return null;
    }
    if (Suites.find(suite.strip()).isEmpty()) {
      throw Problem.badRequest("There is no suite \"" + suite.strip() + "\".");
    }
    return suite.strip();
  }

  private List<String> judgeNames() {
    return judges == null
        ? List.of()
        : Arrays.stream(judges.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
  }
}
