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
import org.junit.jupiter.params.provider.EnumSource;
import org.primum.protocol.statistics.McNemar.Method;

class McNemarTest {

  /**
   * The children of Bentur and others, which M. W. Fagerland, S. Lydersen and P. Laake use in BMC
   * Medical Research Methodology 13:91, 2013. The p values are SciPy's: {@code binomtest(1,
   * 8).pvalue} and {@code chi2.sf} of the statistic.
   */
  @ParameterizedTest
  @CsvSource({
    "EXACT,                 0.0703125",
    "CHI_SQUARED,           0.033894853524689295",
    "CHI_SQUARED_CORRECTED, 0.07709987174354202"
  })
  void agreesWithAnIndependentComputationOnFewItems(Method method, double pValue) {
    McNemar test = McNemar.of(1, 7, method);

    assertThat(test.onlyFirst()).isEqualTo(1);
    assertThat(test.onlySecond()).isEqualTo(7);
    assertThat(test.method()).isEqualTo(method);
    assertThat(test.pValue()).isCloseTo(pValue, within(1e-12));
  }

  /** The counts of A. Agresti, "Categorical Data Analysis", 1990, p. 350; p values by SciPy. */
  @ParameterizedTest
  @CsvSource({
    "EXACT,                 3.7159361395713866e-05",
    "CHI_SQUARED,           3.099293441045215e-05",
    "CHI_SQUARED_CORRECTED, 4.114562281345944e-05"
  })
  void agreesWithAnIndependentComputationOnManyItems(Method method, double pValue) {
    McNemar test = McNemar.of(86, 150, method);

    assertThat(test.pValue()).isCloseTo(pValue, within(1e-15));
  }

  /** The examples in the manual of Cumulus Chart Review, which prints two or three digits. */
  @ParameterizedTest
  @CsvSource({
    "61, 27, 0.000435, 0.0000005",
    "20, 6,  0.011,    0.0005",
    "25, 15, 0.155,    0.0005"
  })
  void agreesWithPublishedValues(int onlyFirst, int onlySecond, double pValue, double precision) {
    McNemar test = McNemar.of(onlyFirst, onlySecond);

    assertThat(test.method()).isEqualTo(Method.CHI_SQUARED_CORRECTED);
    assertThat(test.pValue()).isCloseTo(pValue, within(precision));
  }

  @ParameterizedTest
  @CsvSource({
    "0,  0,  EXACT",
    "10, 14, EXACT",
    "0,  24, EXACT",
    "12, 13, CHI_SQUARED_CORRECTED",
    "2147483647, 2147483647, CHI_SQUARED_CORRECTED"
  })
  void isExactForFewItems(int onlyFirst, int onlySecond, Method method) {
    McNemar test = McNemar.of(onlyFirst, onlySecond);

    assertThat(test.method()).isEqualTo(method);
  }

  @ParameterizedTest
  @EnumSource
  void findsNoDifferenceWhereNothingDiffers(Method method) {
    McNemar test = McNemar.of(0, 0, method);

    assertThat(test.pValue()).isEqualTo(1);
  }

  @Property
  void doesNotCareWhichModelComesFirst(
      @ForAll @IntRange(max = 500) int onlyFirst,
      @ForAll @IntRange(max = 500) int onlySecond,
      @ForAll Method method) {
    McNemar test = McNemar.of(onlyFirst, onlySecond, method);

    McNemar exchanged = McNemar.of(onlySecond, onlyFirst, method);

    assertThat(exchanged.pValue()).isEqualTo(test.pValue());
  }

  @Property
  void isSurerTheFurtherTheCountsLieApart(
      @ForAll @IntRange(min = 1, max = 500) int fewer,
      @ForAll @IntRange(max = 500) int more,
      @ForAll Method method) {
    McNemar near = McNemar.of(fewer, fewer + more, method);

    McNemar far = McNemar.of(fewer - 1, fewer + more + 1, method);

    assertThat(far.pValue()).isLessThanOrEqualTo(near.pValue());
  }

  @Test
  void refusesNegativeCounts() {
    assertThatIllegalArgumentException().isThrownBy(() -> McNemar.of(-1, 3));
  }
}
