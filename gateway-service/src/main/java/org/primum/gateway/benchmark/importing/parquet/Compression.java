package org.primum.gateway.benchmark.importing.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** How the pages of a column are packed. */
enum Compression {
  NONE {
    @Override
    byte[] unpack(byte[] packed, int size) {
      return packed;
    }
  },
  SNAPPY {
    @Override
    byte[] unpack(byte[] packed, int size) {
      return Snappy.unpack(ByteBuffer.wrap(packed), size);
    }
  },
  GZIP {
    @Override
    byte[] unpack(byte[] packed, int size) {
      try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        return content.readNBytes(size);
      } catch (IOException damaged) {
        throw new DamagedParquetException(damaged.getMessage());
      }
    }
  };

  /** All that the format knows, by number. */
  private static final List<String> NAMES =
      List.of("none", "Snappy", "gzip", "LZO", "Brotli", "LZ4", "Zstandard", "LZ4");

  abstract byte[] unpack(byte[] packed, int size);

  /** The bytes of a page, of exactly that size. */
  byte[] unpackExactly(byte[] packed, int size) {
    byte[] bytes = unpack(packed, size);
    if (bytes.length != size) {
      throw new DamagedParquetException("a page is not of the size it says");
    }
    return bytes;
  }

  /**
   * The one with that number.
   *
   * @throws UnsupportedParquetException when it is not read here
   */
  static Compression of(int number) {
    if (number < 0 || number >= NAMES.size()) {
      throw new DamagedParquetException("unknown compression " + number);
    }
    if (number >= values().length) {
      throw new UnsupportedParquetException(
          "The Parquet file is compressed with %s. Write it with Snappy, or send CSV."
              .formatted(NAMES.get(number)));
    }
    return values()[number];
  }
}
