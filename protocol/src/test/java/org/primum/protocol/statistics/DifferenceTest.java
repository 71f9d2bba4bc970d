package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

  @Property
  void itsTestRejectsWhatItsIntervalLeavesOut(
      @ForAll @IntRange(max = 60) int one, @ForAll @IntRange(max = 60) int other) {
    Estimate difference = Difference.of(Wilson.interval(one, 60), Wilson.interval(other, 60));

    boolean leavesOut = difference.lower() > 0 || difference.upper() < 0;

    assertThat(Difference.pValue(difference) < 0.05).isEqualTo(leavesOut);
    assertThat(Difference.pValue(difference)).isBetween(0.0, 1.0);
  }

  /** Half of the way to the end of a 95 % interval is 0.98 standard errors, a p of 0.327. */
  @Test
  void itsTestIsThatOfANormalDistribution() {
    assertThat(Difference.pValue(new Estimate(0.1, -0.1, 0.2))).isCloseTo(0.327, within(0.001));
    assertThat(Difference.pValue(new Estimate(0.1, 0.1, 0.2))).isEqualTo(1);
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
