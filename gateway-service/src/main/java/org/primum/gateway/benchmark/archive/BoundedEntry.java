package org.primum.gateway.benchmark.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** One file of a zip. Refuses to read past a limit, and leaves the zip open for its next file. */
final class BoundedEntry extends FilterInputStream {

  private final AtomicLong left;

  /**
   * Bounds what is read.
   *
   * @param left how many bytes may still be read, shared by all files of one zip
   */
  BoundedEntry(InputStream zip, AtomicLong left) {
    super(zip);
    this.left = left;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public void close() {
    // The zip has further files.
  }

  private void count(int read) {
    if (left.addAndGet(-read) < 0) {
      throw new DamagedArchiveException(
          "it unpacks to more than %d MB".formatted(ArchiveReader.MAX_BYTES / 1024 / 1024));
    }
  }
}
