package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTestTest {

  /** The statistic of the score test, computed from the counts themselves. */
  @ParameterizedTest
  @CsvSource({"40, 99,  0.6888412017167382", "15, 148, 0.15", "0,  20,  0.1", "20, 20,  0.95"})
  void isTheTestOfTheCounts(int successes, int trials, double share) {
    double z = ((double) successes / trials - share) / Math.sqrt(share * (1 - share) / trials);
    double expected =
        2
            * org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                .survivalProbability(Math.abs(z));

    double pValue = ScoreTest.pValue(Wilson.interval(successes, trials), share);

    assertThat(pValue).isCloseTo(expected, within(1e-9));
  }

  @Property
  void rejectsWhatTheIntervalLeavesOut(
      @ForAll @IntRange(max = 400) int successes,
      @ForAll @IntRange(min = 1, max = 400) int trials,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
    Assume.that(successes <= trials);
    Estimate rate = Wilson.interval(successes, trials);
    double nearest = Math.min(Math.abs(share - rate.lower()), Math.abs(share - rate.upper()));
    Assume.that(nearest > 1e-9);

    boolean outside = share < rate.lower() || share > rate.upper();

    assertThat(ScoreTest.pValue(rate, share) < 0.05).isEqualTo(outside);
  }

  @Test
  void withoutWidthNothingIsKnownOfChance() {
    assertThat(ScoreTest.pValue(new Estimate(0.5, 0.5, 0.5), 0.7)).isEqualTo(1);
  }

  @Test
  void certaintyIsRefutedByWhatTheIntervalLeavesOut() {
    assertThat(ScoreTest.pValue(Wilson.interval(3, 20), 0)).isZero();
    assertThat(ScoreTest.pValue(Wilson.interval(0, 20), 0)).isEqualTo(1);
    assertThat(ScoreTest.pValue(Wilson.interval(20, 20), 1)).isEqualTo(1);
  }
}
