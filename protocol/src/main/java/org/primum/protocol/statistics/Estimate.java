package org.primum.protocol.statistics;

import org.primum.protocol.Require;

/**
 * A number with its 95 % interval.
 *
 * @param value the point estimate
 * @param lower lower end of the interval
 * @param upper upper end of the interval
 */
public record Estimate(double value, double lower, double upper) {

  public Estimate {
    Require.that(lower <= value && value <= upper, "the interval must hold the value");
  }
}
