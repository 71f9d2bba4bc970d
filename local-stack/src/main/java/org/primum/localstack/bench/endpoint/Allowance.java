package org.primum.localstack.bench.endpoint;

/**
 * A token bucket: holds so many calls at the most, and is filled evenly. Not safe for several
 * threads at once.
 */
final class Allowance {

  private static final double NANOS_PER_MINUTE = 60e9;

  private final double perNano;
  private final int size;
  private double there;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param perMinute calls that are added in a minute
   * @param size most calls it holds
   * @param now in nanoseconds, of a clock that never goes back
   */
  Allowance(int perMinute, int size, long now) {
    if (perMinute < 1 || size < 1) {
      throw new IllegalArgumentException("A bucket of nothing lets nobody in.");
    }
    this.perNano = perMinute / NANOS_PER_MINUTE;
    this.size = size;
    this.there = size;
    this.filledAt = now;
  }

  /** Takes one call, if one is there. */
  boolean take(long now) {
    fill(now);
    if (there < 1) {
      return false;
    }
    there--;
    return true;
  }

  /** Whole calls that are there. */
  int remaining(long now) {
    fill(now);
    return (int) there;
  }

  /** How long until one call is there; 0 when one is. */
  long nanosUntilOne(long now) {
    fill(now);
    return there >= 1 ? 0 : (long) Math.ceil((1 - there) / perNano);
  }

  /** How long until it is full. */
  long nanosUntilFull(long now) {
    fill(now);
    return (long) Math.ceil((size - there) / perNano);
  }

  private void fill(long now) {
    there = Math.min(size, there + (now - filledAt) * perNano);
    filledAt = now;
  }
}
