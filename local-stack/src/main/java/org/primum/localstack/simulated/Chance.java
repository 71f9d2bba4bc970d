package org.primum.localstack.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.primum.protocol.ContentHash;

/** Choices that look like chance, and are the same every time for the same texts. */
final class Chance {

  private final SplittableRandom random;

  private Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Chance of(String... texts) {
    ContentHash hash = new ContentHash();
    for (String text : texts) {
      hash.add(text);
    }
    return new Chance(Long.parseUnsignedLong(hash.hex().substring(0, Long.BYTES * 2), 16));
  }

  /** From 0 on, below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True in this share of cases. */
  boolean happens(double share) {
    return random.nextDouble() < share;
  }

  /** Several different ones in their order, or all when there are no more. */
  <T> List<T> pick(List<T> choices, int count) {
    List<T> picked = new ArrayList<>(choices);
    while (picked.size() > count) {
      picked.remove(below(picked.size()));
    }
    return picked;
  }

  /** One of the keys, each as often as its weight says. */
  <T> T weigh(Map<T, Integer> weights) {
    int point = below(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<T, Integer> choice : weights.entrySet()) {
      point -= choice.getValue();
      if (point < 0) {
        return choice.getKey();
      }
    }
    throw new IllegalArgumentException("no choice has a weight");
  }
}
