package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {

  /** The examples of R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0,   20, 0.0000, 0.1611",
    "1,   29, 0.0061, 0.1718"
  })
  void agreesWithPublishedIntervals(int successes, int trials, double lower, double upper) {
    Estimate estimate = Wilson.interval(successes, trials);

    assertThat(estimate.lower()).isCloseTo(lower, within(0.00005));
    assertThat(estimate.upper()).isCloseTo(upper, within(0.00005));
  }

  @Test
  void givesTheIntervalOfTheReferenceRun() {
    Estimate safeRate = Wilson.interval(321, 466);

    assertThat(safeRate.value()).isEqualTo(0.6888412017167382);
    assertThat(safeRate.lower()).isCloseTo(0.645406, within(0.0000005));
    assertThat(safeRate.upper()).isCloseTo(0.729188, within(0.0000005));
  }

  @Property
  void staysBetweenZeroAndOneAroundTheRate(
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int successes,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int failures) {
    int trials = trials(successes, failures);

    Estimate estimate = Wilson.interval(Math.min(successes, trials), trials);

    assertThat(estimate.lower()).isBetween(0.0, estimate.value());
    assertThat(estimate.upper()).isBetween(estimate.value(), 1.0);
  }

  @Property
  void countsFailuresLikeSuccesses(
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int successes,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 1) int failures) {
    int trials = trials(successes, failures);
    int counted = Math.min(successes, trials);
    Estimate ofSuccesses = Wilson.interval(counted, trials);

    Estimate ofFailures = Wilson.interval(trials - counted, trials);

    assertThat(ofFailures.lower()).isCloseTo(1 - ofSuccesses.upper(), within(1e-12));
    assertThat(ofFailures.upper()).isCloseTo(1 - ofSuccesses.lower(), within(1e-12));
  }

  @Property
  void narrowsWithMoreTrials(
      @ForAll @IntRange(max = 1_000) int successes, @ForAll @IntRange(max = 1_000) int failures) {
    int trials = trials(successes, failures);
    int counted = Math.min(successes, trials);
    Estimate few = Wilson.interval(counted, trials);

    Estimate many = Wilson.interval(counted * 10, trials * 10);

    assertThat(many.upper() - many.lower()).isLessThan(few.upper() - few.lower());
  }

  /** Half of 20 items, each asked several times, is no surer than 10 of 20. */
  @Property
  void takesTheRateOverRepeatsAsIfEveryItemWereAskedOnce(
      @ForAll @IntRange(max = 1_000) int successes, @ForAll @IntRange(max = 1_000) int failures) {
    int trials = trials(successes, failures);
    int counted = Math.min(successes, trials);

    Estimate ofRate = Wilson.interval((double) counted / trials, trials);

    assertThat(ofRate).isEqualTo(Wilson.interval(counted, trials));
  }

  /** By the roots of (p - rate)^2 = z^2 p (1 - p) / n, solved with Python's decimal module. */
  @Test
  void givesTheIntervalOfARateThatIsNoWholeNumberOfItems() {
    Estimate estimate = Wilson.interval(0.333, 20);

    assertThat(estimate.value()).isEqualTo(0.333);
    assertThat(estimate.lower()).isCloseTo(0.168827538359413, within(1e-12));
    assertThat(estimate.upper()).isCloseTo(0.550988264430228, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"-0.1, 5", "1.1, 5", "NaN, 5", "0.5, 0"})
  void refusesRatesThatCannotBe(double rate, int trials) {
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(rate, trials));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 5", "6, 5", "0, -1"})
  void refusesCountsThatCannotBe(int successes, int trials) {
    assertThatIllegalArgumentException().isThrownBy(() -> Wilson.interval(successes, trials));
  }

  private static int trials(int successes, int failures) {
    return Math.clamp((long) successes + failures, 1, Integer.MAX_VALUE);
  }
}
