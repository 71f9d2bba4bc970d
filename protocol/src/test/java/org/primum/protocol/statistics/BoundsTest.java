package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

  @Test
  void countsMissingItemsAgainstAndForTheRate() {
    Bounds bounds = Bounds.of(60, 80, 100);

    assertThat(bounds).isEqualTo(new Bounds(0.6, 0.8));
  }

  @Test
  void meetAtTheRateWhenNothingIsMissing() {
    Bounds bounds = Bounds.of(321, 466, 466);

    assertThat(bounds).isEqualTo(new Bounds(0.6888412017167382, 0.6888412017167382));
  }

  @Property
  void holdTheRateOfWhatWasScored(
      @ForAll @IntRange(max = 1_000) int successes,
      @ForAll @IntRange(max = 1_000) int failures,
      @ForAll @IntRange(max = 1_000) int missing) {
    int scored = Math.max(1, successes + failures);

    Bounds bounds = Bounds.of(successes, scored, scored + missing);

    assertThat((double) successes / scored).isBetween(bounds.lower(), bounds.upper());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "-1, 1, 1", "2, 1, 2", "1, 3, 2"})
  void refuseCountsThatCannotBe(int successes, int scored, int asked) {
    assertThatIllegalArgumentException().isThrownBy(() -> Bounds.of(successes, scored, asked));
  }
}
