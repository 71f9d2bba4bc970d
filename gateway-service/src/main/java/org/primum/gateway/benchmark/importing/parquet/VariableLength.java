package org.primum.gateway.benchmark.importing.parquet;

import java.nio.ByteBuffer;

/** Numbers of seven bits a byte, the lowest first. */
final class VariableLength {

  private VariableLength() {}

  static long read(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte part = bytes.get();
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new DamagedParquetException("a number does not end");
  }
}
