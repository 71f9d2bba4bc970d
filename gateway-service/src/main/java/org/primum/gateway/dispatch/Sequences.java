package org.primum.gateway.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Divides what was taken into as many sequences as there are places, as even as can be. */
final class Sequences {

  private Sequences() {}

  /**
   * Divides. The last of each sequence is among the last of the whole, as many as there are
   * sequences.
   *
   * @param all what to divide, in order
   * @param places most sequences
   * @param join a first one and what comes after it
   */
  static <T> List<T> of(List<T> all, int places, BiFunction<T, List<T>, T> join) {
    int count = Math.min(places, all.size());
    List<T> sequences = new ArrayList<>();
    for (int first = 0; first < count; first++) {
      List<T> then = new ArrayList<>();
      for (int next = first + count; next < all.size(); next += count) {
        then.add(all.get(next));
      }
      sequences.add(join.apply(all.get(first), then));
    }
    return sequences;
  }
}
