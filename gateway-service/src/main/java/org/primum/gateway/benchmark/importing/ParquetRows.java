package org.primum.gateway.benchmark.importing;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a flat Parquet file; a row's line is its number, from 1. */
final class ParquetRows {

  /** Largest file taken, in bytes: Parquet is read from its end, so it has to be held. */
  static final int MAX_FILE = 64 * 1024 * 1024;

  private static final Set<CompressionCodec> CODECS =
      EnumSet.of(CompressionCodec.UNCOMPRESSED, CompressionCodec.SNAPPY, CompressionCodec.GZIP);

  private ParquetRows() {}

  static void read(InputStream content, RowHandler handler) throws IOException {
    byte[] bytes = content.readNBytes(MAX_FILE + 1);
    if (bytes.length > MAX_FILE) {
      throw new UnusableFileException(
          "The Parquet file is larger than %d MB. Send it as CSV."
              .formatted(MAX_FILE / 1024 / 1024));
    }
    try (ParquetFileReader file = open(bytes)) {
      checkBounds(file.getFileMetaData().rowGroups());
      if (!file.getFileSchema().isFlatSchema()) {
        throw new UnusableFileException(
            "The Parquet file has columns within columns. Send plain columns, or CSV.");
      }
      List<String> columns =
          file.getFileSchema().getColumns().stream().map(ColumnSchema::name).toList();
      handler.begin(columns);
      try (RowReader rows = rows(file)) {
        int number = 1;
        for (Row row = next(rows, columns, number); row != null; ) {
          handler.row(row);
          number++;
          row = next(rows, columns, number);
        }
      }
    }
  }

  private static ParquetFileReader open(byte[] bytes) {
    try {
      return ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes)));
    } catch (IOException | RuntimeException damaged) {
      throw damaged();
    }
  }

  private static RowReader rows(ParquetFileReader file) {
    try {
      return file.rowReader();
    } catch (RuntimeException damaged) {
      throw damaged();
    }
  }

  private static void checkBounds(List<RowGroup> groups) {
    long unpacked = 0;
    for (RowGroup group : groups) {
      for (ColumnChunk column : group.columns()) {
        unpacked += Math.max(0, column.metaData().totalUncompressedSize());
        if (!CODECS.contains(column.metaData().codec())) {
          throw new UnusableFileException(
              "The Parquet file is compressed with %s. Write it with Snappy, or send CSV."
                  .formatted(column.metaData().codec()));
        }
      }
    }
    if (unpacked > ImportedFile.MAX_BYTES) {
      throw ImportedFile.tooLarge();
    }
  }

  /** The next row, or null; whatever the library throws on the way means a damaged file. */
  private static Row next(RowReader rows, List<String> columns, int number) {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      rows.next();
      Map<String, Object> cells = HashMap.newHashMap(columns.size());
      for (int at = 0; at < columns.size(); at++) {
        cells.put(columns.get(at), rows.isNull(at) ? null : rows.getValue(at));
      }
      return new Row(number, cells);
    } catch (RuntimeException damaged) {
      throw damaged();
    }
  }

  private static UnusableFileException damaged() {
    return new UnusableFileException(
        "The Parquet file is damaged or cut off and cannot be read. Fetch it again.");
  }
}
