package org.primum.gateway.benchmark.importing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.primum.gateway.problem.Problem;

/** Opens an uploaded file, or the one file in an uploaded zip, within bounds. */
final class ImportedFile {

  /** Most bytes read from an upload, unpacked. */
  static final long MAX_BYTES = 256L * 1024 * 1024;

  private ImportedFile() {}

  /**
   * The content, unpacked if need be.
   *
   * @throws Problem when it is empty, or a zip without exactly one file
   */
  static InputStream open(Path file) throws IOException {
    BufferedInputStream content = new BufferedInputStream(Files.newInputStream(file));
    content.mark(4);
    byte[] start = content.readNBytes(4);
    content.reset();
    if (start.length == 0) {
      throw Problem.unacceptable("The file is empty.");
    }
    boolean zip = start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
    return new Bounded(zip ? only(content) : content);
  }

  private static InputStream only(InputStream content) throws IOException {
    ZipInputStream zip = new ZipInputStream(content);
    try {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && entry.isDirectory()) {
        entry = zip.getNextEntry();
      }
      if (entry == null) {
        throw Problem.unacceptable("The zip holds no file.");
      }
      return new OnlyEntry(zip);
    } catch (ZipException | EOFException damaged) {
      throw Problem.unacceptable("The zip is damaged and cannot be read.");
    }
  }

  /** Refuses a zip with a second file, so that nothing is left out in silence. */
  private static final class OnlyEntry extends FilterInputStream {

    private final ZipInputStream zip;

    OnlyEntry(ZipInputStream zip) {
      super(zip);
      this.zip = zip;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read < 0) {
        for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
          if (!next.isDirectory()) {
            throw Problem.unacceptable(
                "The zip holds more than one file. Send one file in each zip.");
          }
        }
      }
      return read;
    }
  }

  /** Refuses to read past the limit, so that a small zip cannot become a huge file. */
  private static final class Bounded extends FilterInputStream {

    private long left = MAX_BYTES;

    Bounded(InputStream content) {
      super(content);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
      } catch (ZipException | EOFException damaged) {
        throw Problem.unacceptable("The zip is damaged and cannot be read.");
      }
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw Problem.unacceptable(
            "The file unpacks to more than %d MB and is not taken."
                .formatted(MAX_BYTES / 1024 / 1024));
      }
    }
  }
}
