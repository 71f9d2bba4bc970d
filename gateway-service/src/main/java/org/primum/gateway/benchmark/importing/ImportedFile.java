package org.primum.gateway.benchmark.importing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Opens an uploaded file, or each file in an uploaded zip, within bounds. */
final class ImportedFile {

  /** Most bytes read from an upload, unpacked. */
  static final long MAX_BYTES = 256L * 1024 * 1024;

  /** Most files and folders in a zip. */
  static final int MAX_ENTRIES = 1_000;

  /** Gets one file at a time. */
  interface Visitor {

    /**
     * Reads a file.
     *
     * @param name its folders and name in the zip, or the upload's name
     * @param zipped whether it is in a zip
     */
    void file(String name, boolean zipped, BufferedInputStream content) throws IOException;
  }

  private ImportedFile() {}

  /**
   * Visits the upload, or what is in it when it is a zip, in the zip's order.
   *
   * @throws UnusableFileException when the upload as a whole cannot be used
   */
  static void visit(Path file, String name, Visitor visitor) throws IOException {
    AtomicLong left = new AtomicLong(MAX_BYTES);
    try (BufferedInputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      if (FileStart.of(content).zip()) {
        visitZip(content, ZipEnd.entries(file), left, visitor);
      } else {
        visitor.file(name, false, bounded(content, left));
      }
    }
  }

  private static BufferedInputStream bounded(InputStream content, AtomicLong left) {
    return new BufferedInputStream(new BoundedContent(content, left, ImportedFile::tooLarge));
  }

  private static UnusableFileException tooLarge() {
    return new UnusableFileException(
        "The file unpacks to more than %d MB and is not taken. Send it in parts."
            .formatted(MAX_BYTES / 1024 / 1024));
  }

  private static void visitZip(InputStream content, int announced, AtomicLong left, Visitor visitor)
      throws IOException {
    int entries = 0;
    int files = 0;
    try (ZipInputStream zip = new ZipInputStream(content)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        check(entry.getName(), entries);
        if (!entry.isDirectory()) {
          files++;
          BufferedInputStream unpacked = bounded(zip, left);
          visitor.file(entry.getName(), true, unpacked);
          // What the visitor left unread is bounded and checked as well.
          unpacked.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (ZipException | EOFException damaged) {
      throw ZipEnd.damaged();
    }
    if (entries != announced) {
      throw ZipEnd.damaged();
    }
    if (files == 0) {
      throw new UnusableFileException("The zip holds no file.");
    }
  }

  private static void check(String name, int entries) {
    if (entries > MAX_ENTRIES) {
      throw new UnusableFileException(
          "The zip holds more than %,d files. Pack only those of the data set."
              .formatted(MAX_ENTRIES));
    }
    if (name.startsWith("/")
        || name.contains("\\")
        || name.matches("(?s)[A-Za-z]:.*")
        || name.matches("(?s)(.*/)?\\.\\.(/.*)?")) {
      throw new UnusableFileException(
          """
          The zip holds a file named "%s", which leads out of its folder. Pack it again with plain \
          names.\
          """
              .formatted(Shown.name(name)));
    }
    if (name.equals("[Content_Types].xml")) {
      throw new UnusableFileException(
          "The file looks like an Office file. Save the sheet as CSV in UTF-8.");
    }
  }
}
