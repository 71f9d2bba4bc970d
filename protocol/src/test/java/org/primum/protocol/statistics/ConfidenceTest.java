package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceTest {

  /** The quantile as in any table of the normal distribution, to double precision. */
  @Test
  void leavesOutTwoAndAHalfPercentAtEitherEnd() {
    double quantile = Confidence.Z;

    assertThat(quantile).isCloseTo(1.959963984540054, within(1e-15));
  }
}
