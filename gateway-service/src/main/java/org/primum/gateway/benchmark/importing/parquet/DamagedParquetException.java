package org.primum.gateway.benchmark.importing.parquet;

/** The file breaks the rules of its format. */
final class DamagedParquetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DamagedParquetException(String message) {
    super(message);
  }
}
