package org.primum.gateway.benchmark.importing;

import java.io.IOException;
import java.io.InputStream;

/** The kinds of file that hold rows, and how each is read. */
enum FileKind {
  JSON_LINES("JSON lines") {
    @Override
    void read(InputStream content, RowHandler handler) throws IOException {
      JsonRows.read(content, handler);
    }
  },
  CSV("CSV") {
    @Override
    void read(InputStream content, RowHandler handler) throws IOException {
      CsvRows.read(content, handler);
    }
  },
  PARQUET("Parquet") {
    @Override
    void read(InputStream content, RowHandler handler) throws IOException {
      ParquetRows.read(content, handler);
    }
  };

  private final String title;

  FileKind(String title) {
    this.title = title;
  }

  /** Its name in a sentence. */
  String title() {
    return title;
  }

  /**
   * Hands every row to the handler, holding no more than one at a time where the kind allows it.
   *
   * @throws UnusableFileException when it is damaged in a way that leaves no row to be trusted
   */
  abstract void read(InputStream content, RowHandler handler) throws IOException;
}
