package org.primum.gateway.benchmark.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Refuses to read past a limit, so that a small zip cannot become a huge file. */
public final class BoundedContent extends FilterInputStream {

  private final AtomicLong left;
  private final Supplier<? extends RuntimeException> tooLarge;

  /**
   * Bounds a stream.
   *
   * @param left how many bytes may still be read, shared by all files of one upload
   * @param tooLarge what is thrown when more are there
   */
  public BoundedContent(
      InputStream content, AtomicLong left, Supplier<? extends RuntimeException> tooLarge) {
    super(content);
    this.left = left;
    this.tooLarge = tooLarge;
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

  private void count(int read) {
    if (left.addAndGet(-read) < 0) {
      throw tooLarge.get();
    }
  }
}
