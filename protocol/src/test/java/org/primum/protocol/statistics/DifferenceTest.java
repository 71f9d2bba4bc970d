package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceTest {

  /** Example (a) of Newcombe's paper: 56 of 70 against 48 of 80. */
  @Test
  void givesThePublishedIntervalOfTwoProportions() {
    Estimate difference = Difference.of(Wilson.interval(56, 70), Wilson.interval(48, 80));

    assertThat(difference.value()).isEqualTo(0.2, within(1e-9));
    assertThat(difference.lower()).isEqualTo(0.0524, within(5e-5));
    assertThat(difference.upper()).isEqualTo(0.3339, within(5e-5));
  }

  @Test
  void swappingTheTwoTurnsTheSign() {
    Estimate first = Wilson.interval(9, 10);
    Estimate second = Wilson.interval(3, 10);

    Estimate swapped = Difference.of(second, first);

    assertThat(swapped.lower()).isEqualTo(-Difference.of(first, second).upper(), within(1e-12));
  }

  @Test
  void ofTheSameRateIsZeroAndUncertain() {
    Estimate same = Wilson.interval(5, 10);

    Estimate difference = Difference.of(same, same);

    assertThat(difference.value()).isZero();
    assertThat(difference.lower()).isNegative();
    assertThat(difference.upper()).isPositive();
  }
}
