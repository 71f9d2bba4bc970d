package org.primum.gateway.benchmark.importing.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The values of one column in one group of rows: a dictionary perhaps, and pages of values. */
final class ColumnChunk {

  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;
  private static final int DATA_PAGE_2 = 3;

  private static final int PLAIN = 0;
  private static final int OLD_DICTIONARY = 2;
  private static final int DICTIONARY = 8;

  private final Column column;
  private final Compression compression;
  private final ByteBuffer bytes;
  private final AtomicLong unpackedLeft;
  private final Object[] values;
  private Object[] dictionary = new Object[0];
  private int read;

  /**
   * Finds a chunk.
   *
   * @param about its part of the footer
   * @param unpackedLeft how many bytes of the file may still be unpacked
   */
  ColumnChunk(
      Column column, ThriftStruct about, ByteBuffer file, int rows, AtomicLong unpackedLeft) {
    this.column = column;
    this.compression = Compression.of(about.number(4));
    this.unpackedLeft = unpackedLeft;
    this.values = new Object[rows];
    int start = about.number(9);
    int dictionaryStart = about.number(11, 0);
    if (dictionaryStart > 0) {
      start = Math.min(start, dictionaryStart);
    }
    this.bytes = file.slice(start, about.number(7)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All values in order; null where one is missing. */
  Object[] values() {
    while (read < values.length) {
      page();
    }
    return values;
  }

  private void page() {
    ThriftStruct header = ThriftStruct.read(bytes);
    int unpackedSize = header.number(2);
    if (unpackedSize < 0 || unpackedLeft.addAndGet(-unpackedSize) < 0) {
      throw new UnsupportedParquetException("The Parquet file is too large. Send it in parts.");
    }
    int size = header.number(3);
    if (size < 0 || size > bytes.remaining()) {
      throw new DamagedParquetException("a page is longer than its column");
    }
    byte[] packed = new byte[size];
    bytes.get(packed);
    switch (header.number(1)) {
      case DICTIONARY_PAGE -> {
        byte[] unpacked = compression.unpackExactly(packed, unpackedSize);
        // No value is shorter than four bytes.
        int most = unpacked.length / Integer.BYTES;
        dictionary = plain(little(unpacked), bounded(header.struct(7).number(1), most));
      }
      case DATA_PAGE -> dataPage(header.struct(5), compression.unpackExactly(packed, unpackedSize));
      case DATA_PAGE_2 -> dataPage2(header.struct(8), packed, unpackedSize);
      default -> throw new DamagedParquetException("unknown page");
    }
  }

  private void dataPage(ThriftStruct header, byte[] unpacked) {
    ByteBuffer page = little(unpacked);
    int count = bounded(header.number(1), values.length - read);
    int[] present = null;
    if (column.optional()) {
      int length = page.getInt();
      present = RunLengths.read(page.slice(page.position(), length), 1, count);
      page.position(page.position() + length);
    }
    take(page, header.number(2), present, count);
  }

  /** The second kind of page: levels are never packed, and stand before the values. */
  private void dataPage2(ThriftStruct header, byte[] packed, int unpackedSize) {
    int count = bounded(header.number(1), values.length - read);
    int levels = header.number(5) + header.number(6);
    int[] present = null;
    if (column.optional()) {
      present = RunLengths.read(little(packed).slice(header.number(6), header.number(5)), 1, count);
    }
    byte[] rest = Arrays.copyOfRange(packed, levels, packed.length);
    byte[] unpacked =
        header.flag(7, true) ? compression.unpackExactly(rest, unpackedSize - levels) : rest;
    take(little(unpacked), header.number(4), present, count);
  }

  private void take(ByteBuffer page, int encoding, int[] present, int count) {
    int there =
        present == null ? count : (int) Arrays.stream(present).filter(it -> it == 1).count();
    Object[] given =
        switch (encoding) {
          case PLAIN -> plain(page, there);
          case OLD_DICTIONARY, DICTIONARY -> looked(page, there);
          default ->
              throw new UnsupportedParquetException(
                  """
                  The Parquet file uses an encoding that is not read here. Write it with plain or \
                  dictionary encoding, or send CSV.\
                  """);
        };
    int next = 0;
    for (int at = 0; at < count; at++) {
      values[read++] = present == null || present[at] == 1 ? given[next++] : null;
    }
  }

  private Object[] plain(ByteBuffer page, int count) {
    Object[] plain = new Object[count];
    for (int at = 0; at < count; at++) {
      plain[at] = column.type().read(page);
    }
    return plain;
  }

  private Object[] looked(ByteBuffer page, int count) {
    if (count == 0) {
      return new Object[0];
    }
    int width = page.get();
    return Arrays.stream(RunLengths.read(page, width, count))
        .mapToObj(place -> dictionary[place])
        .toArray();
  }

  private static int bounded(int count, int most) {
    if (count < 0 || count > most) {
      throw new DamagedParquetException("more values than there can be");
    }
    return count;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
