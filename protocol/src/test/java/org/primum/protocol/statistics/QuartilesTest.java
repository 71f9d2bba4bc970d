package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class QuartilesTest {

  /** R: quantile(c(1, 3, 4, 10)) gives 2.5, 3.5, 5.5. */
  @Test
  void interpolatesBetweenValues() {
    assertThat(Quartiles.of(new double[] {10, 1, 4, 3})).isEqualTo(new Quartiles(4, 2.5, 3.5, 5.5));
  }

  @Test
  void oneValueIsAllOfThem() {
    assertThat(Quartiles.of(new double[] {7})).isEqualTo(new Quartiles(1, 7, 7, 7));
  }

  @Test
  void needsAValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quartiles.of(new double[0]));
  }

  @Property
  void halfOfTheValuesLieBetween(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -5, max = 5) Double> sample) {
    double[] values = sample.stream().mapToDouble(Double::doubleValue).toArray();

    Quartiles quartiles = Quartiles.of(values);

    long inside =
        Arrays.stream(values)
            .filter(value -> quartiles.lower() <= value && value <= quartiles.upper())
            .count();

    assertThat(2 * inside).isGreaterThanOrEqualTo(values.length - 2);
    assertThat(quartiles.median())
        .isBetween(
            Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow());
  }
}
