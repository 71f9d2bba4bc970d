package org.primum.gateway.benchmark.importing.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Small numbers in runs: one number repeated, or a series packed bit by bit. */
final class RunLengths {

  private static final int WIDEST = 32;

  private RunLengths() {}

  /**
   * Reads numbers.
   *
   * @param width bits of each
   * @param count how many
   */
  static int[] read(ByteBuffer bytes, int width, int count) {
    if (width < 0 || width > WIDEST) {
      throw new DamagedParquetException("numbers of " + width + " bits");
    }
    int[] numbers = new int[count];
    int read = 0;
    while (read < count) {
      long header = VariableLength.read(bytes);
      long length = header >>> 1;
      if (length == 0) {
        throw new DamagedParquetException("a run of nothing");
      }
      if ((header & 1) == 0) {
        int run = (int) Math.min(length, count - read);
        Arrays.fill(numbers, read, read + run, repeated(bytes, width));
        read += run;
      } else {
        read = packed(bytes, width, length, numbers, read);
      }
    }
    return numbers;
  }

  private static int repeated(ByteBuffer bytes, int width) {
    int value = 0;
    for (int shift = 0; shift < width; shift += 8) {
      value |= (bytes.get() & 0xff) << shift;
    }
    return value;
  }

  /** Groups of eight numbers, the lowest bit first; the last group may be cut at the page's end. */
  private static int packed(ByteBuffer bytes, int width, long groups, int[] numbers, int from) {
    int wanted = (int) Math.min(groups * 8, numbers.length - from);
    long bits = 0;
    int held = 0;
    long taken = 0;
    for (int at = 0; at < wanted; at++) {
      while (held < width) {
        bits |= (bytes.get() & 0xffL) << held;
        held += 8;
        taken++;
      }
      numbers[from + at] = (int) (bits & ((1L << width) - 1));
      bits >>>= width;
      held -= width;
    }
    long rest = Math.min(groups * width - taken, bytes.remaining());
    bytes.position(bytes.position() + (int) rest);
    return from + wanted;
  }
}
