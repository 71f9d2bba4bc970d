package org.primum.gateway.benchmark.importing.parquet;

/** The file uses a part of the format that is not read here; the message says what to do. */
public final class UnsupportedParquetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsupportedParquetException(String message) {
    super(message);
  }
}
