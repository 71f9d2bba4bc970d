package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {

  /** Deviation and interval as NumPy's {@code std(ddof=1)} and SciPy's {@code chi2.ppf} give. */
  @Test
  void givesTheDeviationWithTheIntervalOfANormalSample() {
    Spread spread = Spread.of(List.of(0.66, 0.69, 0.71, 0.64, 0.70));

    assertThat(spread.repeats()).isEqualTo(5);
    assertThat(spread.values()).containsExactly(0.66, 0.69, 0.71, 0.64, 0.70);
    assertThat(spread.mean()).isCloseTo(0.68, within(1e-15));
    assertThat(spread.minimum()).isEqualTo(0.64);
    assertThat(spread.maximum()).isEqualTo(0.71);
    assertThat(spread.deviation().value()).isCloseTo(0.029154759474226473, within(1e-15));
    assertThat(spread.deviation().lower()).isCloseTo(0.01746758256449414, within(1e-12));
    assertThat(spread.deviation().upper()).isCloseTo(0.08377782334735881, within(1e-12));
  }

  @Test
  void saysNothingOfTheDeviationAfterOneRepeat() {
    Spread spread = Spread.of(List.of(0.5));

    assertThat(spread).isEqualTo(new Spread(1, List.of(0.5), 0.5, null, 0.5, 0.5));
  }

  @Property
  void isZeroWhenEveryRepeatGivesTheSame(@ForAll @DoubleRange(max = 1) double value) {
    Spread spread = Spread.of(List.of(value, value, value));

    assertThat(spread)
        .isEqualTo(
            new Spread(
                3, List.of(value, value, value), value, new Estimate(0, 0, 0), value, value));
  }

  @Property
  void doesNotDependOnTheOrderOfTheRepeats(
      @ForAll @Size(min = 2, max = 10) List<@DoubleRange(max = 1) Double> values) {
    Spread forwards = Spread.of(values);

    Spread backwards = Spread.of(values.reversed());

    assertThat(backwards.mean()).isEqualTo(forwards.mean());
    assertThat(backwards.deviation()).isEqualTo(forwards.deviation());
  }

  @Test
  void needsARepeat() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }
}
