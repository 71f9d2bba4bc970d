package org.primum.gateway.benchmark.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.primum.gateway.benchmark.importing.parquet.ParquetFile;
import org.primum.gateway.benchmark.importing.parquet.UnsupportedParquetException;

/** Reads a flat Parquet file; a row's line is its number, from 1. */
final class ParquetRows {

  /** Largest file taken, in bytes: Parquet is read from its end, so it has to be held. */
  static final int MAX_FILE = 64 * 1024 * 1024;

  private ParquetRows() {}

  static void read(InputStream content, RowHandler handler) throws IOException {
    byte[] bytes = content.readNBytes(MAX_FILE + 1);
    if (bytes.length > MAX_FILE) {
      throw new UnusableFileException(
          "The Parquet file is larger than %d MB. Send it as CSV."
              .formatted(MAX_FILE / 1024 / 1024));
    }
    ParquetFile file = whole(() -> new ParquetFile(bytes, ImportedFile.MAX_BYTES));
    List<String> columns = file.columns();
    if (columns.isEmpty()) {
      throw new UnusableFileException("The Parquet file has no column of text or numbers.");
    }
    handler.begin(columns);
    int number = 0;
    for (int group = 0; group < file.groups(); group++) {
      int current = group;
      for (Map<String, Object> cells : whole(() -> file.rows(current))) {
        number++;
        handler.row(new Row(number, cells));
      }
    }
  }

  /** Runs into any exception when the file breaks the rules of its format. */
  private static <T> T whole(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UnsupportedParquetException unsupported) {
      throw new UnusableFileException(unsupported.getMessage());
    } catch (RuntimeException damaged) {
      throw new UnusableFileException(
          "The Parquet file is damaged or cut off and cannot be read. Fetch it again.");
    }
  }
}
