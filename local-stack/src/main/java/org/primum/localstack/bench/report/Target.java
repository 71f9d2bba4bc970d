package org.primum.localstack.bench.report;

/**
 * What the median of a figure should be.
 *
 * @param figure the figure's name
 * @param atLeast whether the bound is the least, not the most
 * @param bound the bound
 */
public record Target(String figure, boolean atLeast, double bound) {

  /** No more than that. */
  public static Target atMost(String figure, double bound) {
    return new Target(figure, false, bound);
  }

  /** No less than that. */
  public static Target atLeast(String figure, double bound) {
    return new Target(figure, true, bound);
  }

  /** Whether a value is as it should be. */
  public boolean met(double value) {
    return atLeast ? value >= bound : value <= bound;
  }

  @Override
  public String toString() {
    return (atLeast ? "≥ " : "≤ ") + Numbers.shown(bound);
  }
}
