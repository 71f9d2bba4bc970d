package org.primum.gateway.benchmark.importing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** The last record of a zip, which is missing from one that was cut off between two files. */
final class ZipEnd {

  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int LONGEST_COMMENT = 65_535;
  private static final int COUNT_AT = 10;

  private ZipEnd() {}

  /**
   * How many entries the zip says it has, modulo 65,536.
   *
   * @throws UnusableFileException when the record is not there
   */
  static int entries(Path file) throws IOException {
    try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(zip.length(), LENGTH + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      zip.seek(zip.length() - length);
      zip.readFully(tail);
      ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - LENGTH; at >= 0; at--) {
        if (end.getInt(at) == SIGNATURE) {
          return Short.toUnsignedInt(end.getShort(at + COUNT_AT));
        }
      }
    }
    throw damaged();
  }

  static UnusableFileException damaged() {
    return new UnusableFileException(
        "The zip is damaged, cut off or encrypted and cannot be read. Pack it again.");
  }
}
