package org.primum.gateway.benchmark.importing;

/** Whether something is true of most rows of a file: what one row may be, all cannot. */
final class Majority {

  private int rows;
  private int hits;

  void count(boolean hit) {
    rows++;
    hits += hit ? 1 : 0;
  }

  /**
   * Refuses the file when it was true of more than half of the rows.
   *
   * @param message what to do
   */
  void refuse(String message) {
    if (hits * 2L > rows) {
      throw new UnusableFileException(message);
    }
  }
}
