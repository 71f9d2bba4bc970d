package org.primum.protocol.statistics;

/**
 * The numbers that {@code nextInt()} of the JDK's generator {@value #GENERATOR} gives after seeding
 * it with {@value #SEED}: the LXM generator with 64 bits of a linear congruential and 128 bits of
 * an xor-based part (G. L. Steele Jr. and S. Vigna, "LXM: Better Splittable Pseudorandom Number
 * Generators (and Almost as Fast)", OOPSLA 2021). Written out so that a loop can make many at once;
 * a test holds it to the JDK's.
 */
final class RandomNumbers {

  static final String GENERATOR = "L64X128MixRandom";
  static final long SEED = 25_070_7248L;

  private static final long SILVER_RATIO = 0x6a09e667f3bcc909L;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
  private static final long MULTIPLIER = 0xd1342543de82ef95L;
  private static final long MIX = 0xdaba0b6eb09322e3L;

  private final long increment;
  private long counter = 1;
  private long first;
  private long second;

  RandomNumbers() {
    long seed = SEED ^ SILVER_RATIO;
    increment = murmur(seed) | 1;
    first = stafford(seed);
    second = stafford(seed + GOLDEN_RATIO);
  }

  /** Fills the array with the next numbers, each of all 32 bits. */
  void fill(int[] numbers) {
    // In local variables the state stays in registers.
    long state = counter;
    long one = first;
    long two = second;
    for (int at = 0; at < numbers.length; at++) {
      long mixed = state + one;
      mixed = (mixed ^ mixed >>> 32) * MIX;
      mixed = (mixed ^ mixed >>> 32) * MIX;
      numbers[at] = (int) ((mixed ^ mixed >>> 32) >>> 32);
      state = MULTIPLIER * state + increment;
      two ^= one;
      one = Long.rotateLeft(one, 24) ^ two ^ two << 16;
      two = Long.rotateLeft(two, 37);
    }
    counter = state;
    first = one;
    second = two;
  }

  private static long murmur(long number) {
    long once = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
    long twice = (once ^ once >>> 33) * 0xc4ceb9fe1a85ec53L;
    return twice ^ twice >>> 33;
  }

  private static long stafford(long number) {
    long once = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
    long twice = (once ^ once >>> 27) * 0x94d049bb133111ebL;
    return twice ^ twice >>> 31;
  }
}
