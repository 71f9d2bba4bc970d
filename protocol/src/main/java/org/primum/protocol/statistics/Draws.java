package org.primum.protocol.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws units with replacement for any number of bootstraps at once. Each of them sees the units
 * that {@code nextInt(units)} of the JDK's generator, seeded anew for each, would draw: which other
 * bootstraps are made beside it changes nothing.
 *
 * <p>A bootstrap of 100,000 items draws 200 million times, and a suite with its categories twice
 * that. So the random numbers are made once for all, in blocks, and the remainder is computed by a
 * multiplication (D. Lemire, O. Kaser and N. Kurz, "Faster remainder by direct computation",
 * Software: Practice and Experience 49, 2019).
 */
final class Draws {

  private static final int BLOCK = 4_096;

  /** Bootstraps of so many units in all are worth a second processor. */
  private static final int MUCH = 10_000;

  private final int units;

  /** 2^64 / units, rounded up. */
  private final long reciprocal;

  /** Numbers of 31 bits from here on would make some units likelier than others. */
  private final long limit;

  private final List<Taker> takers = new ArrayList<>();

  private Draws(int units) {
    this.units = units;
    reciprocal = Long.divideUnsigned(-1L, units) + 1;
    limit = (1L << 31) / units * units;
  }

  /** A bootstrap that units are drawn for. */
  interface Taker {

    /** How many units there are to draw from; they are numbered from 0. */
    int units();

    /**
     * Takes the next units.
     *
     * @param drawn the units
     * @param count how many there are of them; the rest of the array means nothing
     * @return whether it needs more
     */
    boolean take(int[] drawn, int count);
  }

  /** Draws until none of them needs more. */
  static void forAll(List<? extends Taker> takers) {
    Map<Integer, Draws> byUnits = new TreeMap<>();
    takers.forEach(taker -> byUnits.computeIfAbsent(taker.units(), Draws::new).takers.add(taker));
    shares(byUnits.values()).parallelStream().forEach(Draws::draw);
  }

  /** Two shares of about the same work where there is much of it, otherwise one. */
  private static List<List<Draws>> shares(Collection<Draws> all) {
    List<Draws> one = new ArrayList<>();
    List<Draws> other = new ArrayList<>();
    long ahead = 0;
    boolean much = all.stream().mapToLong(Draws::work).sum() > MUCH;
    for (Draws draws : all.stream().sorted(Comparator.comparing(Draws::work).reversed()).toList()) {
      boolean toOne = !much || ahead <= 0;
      (toOne ? one : other).add(draws);
      ahead += toOne ? draws.work() : -draws.work();
    }
    return List.of(one, other);
  }

  private long work() {
    return (long) units * takers.size();
  }

  private static void draw(List<Draws> all) {
    RandomNumbers random = new RandomNumbers();
    int[] numbers = new int[BLOCK];
    int[] drawn = new int[BLOCK];
    while (!all.isEmpty()) {
      random.fill(numbers);
      for (Draws draws : all) {
        int count = draws.from(numbers, drawn);
        draws.takers.removeIf(taker -> !taker.take(drawn, count));
      }
      all.removeIf(draws -> draws.takers.isEmpty());
    }
  }

  /**
   * The units that these random numbers stand for.
   *
   * @return how many there are
   */
  private int from(int[] numbers, int[] drawn) {
    if ((units & units - 1) == 0) {
      for (int at = 0; at < numbers.length; at++) {
        drawn[at] = numbers[at] & units - 1;
      }
      return numbers.length;
    }
    int count = 0;
    for (int number : numbers) {
      int positive = number >>> 1;
      drawn[count] = positive - units * (int) Math.unsignedMultiplyHigh(reciprocal, positive);
      count += positive < limit ? 1 : 0;
    }
    return count;
  }
}
