package org.primum.gateway.benchmark.importing;

import org.primum.protocol.Item;

/** Makes items of the rows of one file. */
interface ItemMaker {

  /** What becomes of a good row. */
  sealed interface Outcome {}

  /** The row is an item. */
  record Taken(Item item) implements Outcome {}

  /**
   * The row is good, and not meant for this suite.
   *
   * @param reason the same words for every row left out for it
   */
  record LeftOut(String reason) implements Outcome {}

  /**
   * Makes an item of a row.
   *
   * @throws IllegalArgumentException with a sentence on what is wrong with the row
   */
  Outcome make(Row row);

  /** How many rows the file has as published; 0 when that is not known. */
  default int publishedRows() {
    return 0;
  }

  /**
   * Looks at the file as a whole, after its last row.
   *
   * @throws UnusableFileException when its rows cannot be what they claim
   */
  default void end() {}
}
