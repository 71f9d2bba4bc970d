package org.primum.protocol.statistics;

/**
 * How far two independent estimates are apart, with a 95 % interval made of theirs: the distances
 * to their ends, squared and added (R. G. Newcombe, "Interval estimation for the difference between
 * independent proportions", Statistics in Medicine 17, 1998, method 10; for other estimates G. Y.
 * Zou and A. Donner, Statistics in Medicine 27, 2008). For two results on the same items {@link
 * PairedBootstrap} and {@link McNemar} are sharper.
 */
public final class Difference {

  private Difference() {}

  /** The first minus the second. */
  public static Estimate of(Estimate first, Estimate second) {
    double difference = first.value() - second.value();
    double below = Math.hypot(first.value() - first.lower(), second.upper() - second.value());
    double above = Math.hypot(first.upper() - first.value(), second.value() - second.lower());
    return new Estimate(difference, difference - below, difference + above);
  }
}
