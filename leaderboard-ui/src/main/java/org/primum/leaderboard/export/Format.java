package org.primum.leaderboard.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that tables are given away in. */
enum Format {
  CSV("csv", "text/csv;charset=UTF-8;header=present") {
    @Override
    <R> RowWriter<R> begin(OutputStream out, List<Column<R>> columns) throws IOException {
      return new CsvRows<>(out, columns);
    }
  },
  JSON("json", "application/json") {
    @Override
    <R> RowWriter<R> begin(OutputStream out, List<Column<R>> columns) throws IOException {
      return JsonRows.array(out, columns);
    }
  },
  NDJSON("ndjson", "application/x-ndjson") {
    @Override
    <R> RowWriter<R> begin(OutputStream out, List<Column<R>> columns) throws IOException {
      return JsonRows.lines(out, columns);
    }
  },
  PARQUET("parquet", "application/vnd.apache.parquet") {
    @Override
    <R> RowWriter<R> begin(OutputStream out, List<Column<R>> columns) throws IOException {
      return new ParquetRows<>(out, columns);
    }
  };

  private final String extension;
  private final String mediaType;

  Format(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** Begins a table; nothing but its rows and its end is written by the caller. */
  abstract <R> RowWriter<R> begin(OutputStream out, List<Column<R>> columns) throws IOException;

  /** How names of such files end, without the dot. */
  String extension() {
    return extension;
  }

  String mediaType() {
    return mediaType;
  }

  /** The format whose files end so. */
  static Optional<Format> named(String extension) {
    return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst();
  }
}
