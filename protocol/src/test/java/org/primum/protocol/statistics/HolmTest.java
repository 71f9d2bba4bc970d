package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmTest {

  /** The smallest four times, the next three times, and never below one that came before. */
  @Test
  void multipliesTheSmallestMost() {
    double[] pValues = {0.01, 0.04, 0.03, 0.005};

    double[] adjusted = Holm.adjust(pValues);

    assertThat(adjusted).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(pValues).containsExactly(0.01, 0.04, 0.03, 0.005);
  }

  @Test
  void neverPassesOne() {
    double[] adjusted = Holm.adjust(new double[] {0.5, 0.9, 0.6});

    assertThat(adjusted).containsExactly(1, 1, 1);
  }

  @Test
  void leavesASingleTestAlone() {
    double[] adjusted = Holm.adjust(new double[] {0.03});

    assertThat(adjusted).containsExactly(0.03);
  }

  @Test
  void adjustsNothingWhereNothingWasTested() {
    double[] adjusted = Holm.adjust(new double[0]);

    assertThat(adjusted).isEmpty();
  }

  /** The definition, item by item: the largest of (m - number smaller) p over all at or below. */
  @Property
  void agreesWithTheDefinition(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(max = 1) Double> values) {
    double[] pValues = values.stream().mapToDouble(Double::doubleValue).toArray();

    double[] adjusted = Holm.adjust(pValues);

    assertThat(adjusted)
        .containsExactly(
            values.stream()
                .mapToDouble(
                    own ->
                        values.stream()
                            .filter(value -> value <= own)
                            .mapToDouble(
                                value ->
                                    value
                                        * (values.size()
                                            - values.stream()
                                                .filter(other -> other < value)
                                                .count()))
                            .map(value -> Math.min(1, value))
                            .max()
                            .orElseThrow())
                .toArray(),
            within(1e-15));
  }

  @Property
  void keepsTheOrderAndClaimsNoMoreThanTheRawValues(
      @ForAll @Size(max = 20) List<@DoubleRange(max = 1) Double> values) {
    double[] pValues = values.stream().mapToDouble(Double::doubleValue).toArray();

    double[] adjusted = Holm.adjust(pValues);

    assertThat(adjusted).hasSameSizeAs(pValues);
    assertThat(IntStream.range(0, pValues.length))
        .allSatisfy(index -> assertThat(adjusted[index]).isBetween(pValues[index], 1.0));
    assertThat(
            IntStream.range(0, pValues.length)
                .boxed()
                .sorted((one, other) -> Double.compare(pValues[one], pValues[other]))
                .map(index -> adjusted[index]))
        .isSorted();
  }

  @Test
  void refusesWhatIsNoPValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(new double[] {0.1, 1.2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holm.adjust(new double[] {0.1, Double.NaN}));
  }
}
