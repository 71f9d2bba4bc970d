package org.primum.protocol.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The level of every interval: 95 %, with 2.5 % left out at either end. */
final class Confidence {

  /** The share beyond each end. */
  static final double TAIL = 0.025;

  /** The 97.5 % quantile of the standard normal distribution. */
  static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);

  private Confidence() {}
}
