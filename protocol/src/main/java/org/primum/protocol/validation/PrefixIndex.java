package org.primum.protocol.validation;

import java.util.Arrays;
import java.util.BitSet;

/** Which items have an element among the first few of their set. */
final class PrefixIndex {

  private static final int[] NONE = {};

  private final int[][] items;
  private final int[] sizes;

  /**
   * An empty index.
   *
   * @param elements elements are below this
   */
  PrefixIndex(int elements) {
    items = new int[elements][];
    Arrays.fill(items, NONE);
    sizes = new int[elements];
  }

  void add(int item, int[] set, int prefix) {
    for (int position = 0; position < prefix; position++) {
      int element = set[position];
      if (sizes[element] == items[element].length) {
        items[element] = Arrays.copyOf(items[element], 2 * sizes[element] + 1);
      }
      items[element][sizes[element]++] = item;
    }
  }

  /** The items added so far that share one of the set's first elements, each once. */
  int[] sharing(int[] set, int prefix) {
    BitSet sharing = new BitSet();
    for (int position = 0; position < prefix; position++) {
      int element = set[position];
      for (int index = 0; index < sizes[element]; index++) {
        sharing.set(items[element][index]);
      }
    }
    return sharing.stream().toArray();
  }
}
