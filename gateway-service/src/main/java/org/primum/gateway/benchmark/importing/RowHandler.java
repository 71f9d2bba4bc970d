package org.primum.gateway.benchmark.importing;

import java.util.List;

/** Gets the rows of one file, one at a time. */
interface RowHandler {

  /**
   * Comes first, once.
   *
   * @param columns as in the file's header; empty when each row names its own
   */
  void begin(List<String> columns);

  /** Takes a row. */
  void row(Row row);

  /**
   * Is told of a row that cannot be read.
   *
   * @param line from 1
   * @param problem what to do
   */
  void unreadable(int line, String problem);
}
