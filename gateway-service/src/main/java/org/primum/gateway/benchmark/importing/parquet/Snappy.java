package org.primum.gateway.benchmark.importing.parquet;

import java.nio.ByteBuffer;

/** Unpacks Snappy's raw format: literals, and copies of what was unpacked before. */
final class Snappy {

  private static final int LITERAL = 0;
  private static final int COPY_SHORT = 1;
  private static final int COPY_MEDIUM = 2;
  private static final int LONGEST_INLINE = 60;

  /** No byte of the format unpacks to more. */
  private static final int LARGEST_RATIO = 64;

  private Snappy() {}

  /**
   * Unpacks.
   *
   * @param size of what is unpacked, which the packed bytes must begin with as well
   */
  static byte[] unpack(ByteBuffer packed, int size) {
    if (VariableLength.read(packed) != size || size / LARGEST_RATIO > packed.remaining()) {
      throw new DamagedParquetException("a page is not of the size it says");
    }
    ByteBuffer unpacked = ByteBuffer.allocate(size);
    while (packed.hasRemaining()) {
      int tag = packed.get() & 0xff;
      switch (tag & 3) {
        case LITERAL -> {
          int length = literalLength(tag >> 2, packed);
          unpacked.put(packed.slice(packed.position(), length));
          packed.position(packed.position() + length);
        }
        case COPY_SHORT ->
            copy(unpacked, ((tag & 0xe0) << 3) | little(packed, 1), 4 + ((tag >> 2) & 7));
        case COPY_MEDIUM -> copy(unpacked, little(packed, 2), 1 + (tag >> 2));
        default -> copy(unpacked, little(packed, 4), 1 + (tag >> 2));
      }
    }
    if (unpacked.hasRemaining()) {
      throw new DamagedParquetException("a page ends early");
    }
    return unpacked.array();
  }

  private static int literalLength(int inline, ByteBuffer packed) {
    int length = inline < LONGEST_INLINE ? inline : little(packed, inline - LONGEST_INLINE + 1);
    return Math.addExact(length, 1);
  }

  private static int little(ByteBuffer packed, int bytes) {
    int value = 0;
    for (int at = 0; at < bytes; at++) {
      value |= (packed.get() & 0xff) << (8 * at);
    }
    return value;
  }

  /** Byte by byte, as a copy may reach into what it writes. */
  private static void copy(ByteBuffer unpacked, int back, int length) {
    if (back <= 0 || back > unpacked.position()) {
      throw new DamagedParquetException("a copy begins before the page");
    }
    for (int at = 0; at < length; at++) {
      unpacked.put(unpacked.get(unpacked.position() - back));
    }
  }
}
