package org.primum.gateway.benchmark;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.primum.gateway.benchmark.importing.ImportRequest;
import org.primum.gateway.problem.Problem;

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

  /** Whether good rows are taken although others are refused. */
  @RestForm boolean skipRefused;

  /** Which columns mean what, as JSON; for the format {@code mapped} only. */
  @RestForm String mapping;

  /** The rows. */
  @RestForm FileUpload file;

  String checkedVersion() {
    if (version == null || !version.matches("[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]{1,40})?")) {
      throw Problem.badRequest("Name a \"version\" such as 1.0.0.");
    }
    return version;
  }

  private String checkedFormat() {
    if (format == null || format.isBlank()) {
      throw Problem.badRequest("Name the \"format\" of the file.");
    }
    return format.strip();
  }

  String namedSuite() {
    return suite == null || suite.isBlank() ? null : suite.strip();
  }

  List<String> judgeNames() {
    return judges == null
        ? List.of()
        : java.util.Arrays.stream(judges.split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
  }

  /** What the form asks to import. */
  ImportRequest request() {
    if (file == null) {
      throw Problem.badRequest("Send the rows as \"file\".");
    }
    return new ImportRequest(
        file.uploadedFile(),
        file.fileName() == null || file.fileName().isBlank() ? "upload" : file.fileName(),
        checkedFormat(),
        namedSuite(),
        mapping == null || mapping.isBlank() ? null : mapping);
  }
}
