package org.primum.gateway.benchmark.importing.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A flat Parquet file in memory. Columns of types that are not read here, such as dates in 96 bits,
 * are as if they were not there.
 */
public final class ParquetFile {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_CELLS = 4_000_000;
  private static final int REPEATED = 2;
  private static final int OPTIONAL = 1;

  private final ByteBuffer bytes;
  private final List<Column> columns;
  private final List<ThriftStruct> groups;
  private final AtomicLong unpackedLeft;

  /**
   * Reads the footer.
   *
   * @param mostUnpacked how many bytes it may have when unpacked
   * @throws UnsupportedParquetException when it uses a part of the format that is not read here
   * @throws RuntimeException of any other kind, here and later, when it is damaged
   */
  public ParquetFile(byte[] file, long mostUnpacked) {
    bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int end = file.length - MAGIC.length;
    if (end < 2 * MAGIC.length
        || !bytes.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
        || !bytes.slice(end, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      throw new DamagedParquetException("it does not begin and end as it should");
    }
    int length = bytes.getInt(end - Integer.BYTES);
    ThriftStruct footer = ThriftStruct.read(bytes.slice(end - Integer.BYTES - length, length));
    columns = columns(footer.structs(2));
    groups = footer.structs(4);
    unpackedLeft = new AtomicLong(mostUnpacked);
    long rows = 0;
    for (ThriftStruct group : groups) {
      rows += Math.max(0, group.number(3));
    }
    if (rows * columns.size() > MAX_CELLS) {
      throw new UnsupportedParquetException(
          "The Parquet file has more than %,d cells. Send it in parts.".formatted(MAX_CELLS));
    }
  }

  /** Names of the columns, in order. */
  public List<String> columns() {
    return columns.stream().map(Column::name).toList();
  }

  /** How many groups of rows there are; each is read on its own. */
  public int groups() {
    return groups.size();
  }

  /** The rows of a group, each with its cells by column; a null is a cell that is missing. */
  public List<Map<String, Object>> rows(int number) {
    ThriftStruct group = groups.get(number);
    int count = Math.max(0, group.number(3));
    List<ThriftStruct> chunks = group.structs(1);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(HashMap.newHashMap(columns.size()));
    }
    for (Column column : columns) {
      ThriftStruct about = chunks.get(column.position()).struct(3);
      Object[] values = new ColumnChunk(column, about, bytes, count, unpackedLeft).values();
      for (int row = 0; row < count; row++) {
        rows.get(row).put(column.name(), values[row]);
      }
    }
    return rows;
  }

  private static List<Column> columns(List<ThriftStruct> schema) {
    List<Column> columns = new ArrayList<>();
    for (int at = 1; at < schema.size(); at++) {
      ThriftStruct element = schema.get(at);
      int repetition = element.number(3, 0);
      if (element.number(5, 0) > 0 || repetition == REPEATED) {
        throw new UnsupportedParquetException(
            "The Parquet file has columns within columns. Send plain columns, or CSV.");
      }
      ValueType type = ValueType.of(element.number(1));
      if (type != null) {
        columns.add(new Column(element.text(4), type, repetition == OPTIONAL, at - 1));
      }
    }
    return columns;
  }
}
