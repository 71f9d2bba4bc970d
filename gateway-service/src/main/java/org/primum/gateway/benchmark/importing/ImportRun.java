package org.primum.gateway.benchmark.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Locale;

/** Reads the files of one upload, one after the other. */
final class ImportRun implements ImportedFile.Visitor {

  private final BenchmarkFormat format;
  private final String suite;
  private final ImportTally tally;
  private int files;

  ImportRun(BenchmarkFormat format, String suite, int limit) {
    this.format = format;
    this.suite = suite;
    this.tally = new ImportTally(limit);
  }

  @Override
  public void file(String name, boolean zipped, BufferedInputStream content) throws IOException {
    String baseName = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (zipped && companion(name, baseName)) {
      tally.note("%s came along in the zip and was not read.".formatted(Shown.name(name)));
      return;
    }
    files++;
    if (files > 1 && !format.severalFiles()) {
      throw new UnusableFileException(
          "The zip holds more than one file. Send one file in each zip.");
    }
    String shown = zipped ? Shown.name(name) : null;
    try {
      FileKind kind = FileStart.of(content).kind(format);
      FileRows rows = new FileRows(format, baseName, suite, shown, tally);
      kind.read(content, rows);
      rows.end();
    } catch (UnusableFileException unusable) {
      throw zipped ? new UnusableFileException(shown + ": " + unusable.getMessage()) : unusable;
    }
  }

  BenchmarkImport result() {
    if (files == 0) {
      throw new UnusableFileException("The zip holds no file with rows.");
    }
    return tally.result(format);
  }

  /** A licence, a read-me, or what an operating system adds to a zip. */
  private static boolean companion(String name, String baseName) {
    String lower = baseName.toLowerCase(Locale.ROOT);
    return name.startsWith("__MACOSX/")
        || lower.startsWith(".")
        || lower.startsWith("license")
        || lower.startsWith("readme")
        || lower.endsWith(".md")
        || lower.endsWith(".txt");
  }
}
