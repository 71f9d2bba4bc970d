package org.primum.protocol.validation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Numbers the elements of many sets so that the rarest has the lowest number. */
final class RarestFirst {

  private final long[] elements;
  private final int[] ranks;

  RarestFirst(long[][] sets) {
    long[] all = Arrays.stream(sets).flatMapToLong(Arrays::stream).sorted().toArray();
    elements = Arrays.stream(all).distinct().toArray();
    int[] counts = new int[elements.length];
    int element = 0;
    for (long occurrence : all) {
      element += occurrence == elements[element] ? 0 : 1;
      counts[element]++;
    }
    // Count and element in one number: sorting boxed ones would take most of the memory needed.
    long[] rarestFirst =
        IntStream.range(0, elements.length)
            .mapToLong(index -> (long) counts[index] << Integer.SIZE | index)
            .sorted()
            .toArray();
    ranks = new int[elements.length];
    for (int rank = 0; rank < rarestFirst.length; rank++) {
      ranks[(int) rarestFirst[rank]] = rank;
    }
  }

  /** How many different elements there are. */
  int distinct() {
    return elements.length;
  }

  /** The numbers of a set's elements, the rarest first. */
  int[] ranks(long[] set) {
    return Arrays.stream(set)
        .mapToInt(element -> ranks[Arrays.binarySearch(elements, element)])
        .sorted()
        .toArray();
  }
}
