package org.primum.leaderboard.export;

import java.io.IOException;

/**
 * Writes a table row by row into a stream, which stays open. A file that was not {@link #end()}ed
 * is broken, and is meant to look so.
 */
interface RowWriter<R> {

  /** Writes a row; it may stay in memory until a few megabytes have come together. */
  void write(R row) throws IOException;

  /** Writes what is left, and all into the stream. */
  void end() throws IOException;
}
