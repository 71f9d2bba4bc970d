package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.protocol.statistics.WeightedKappa.Weights;

class WeightedKappaTest {

  private static final List<String> SCORES = List.of("1", "2", "3", "4", "5");

  /** Two dermatologists, the example of the SAS/STAT manual, procedure FREQ. */
  private static final int[][] SKIN_CONDITION = {
    {10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}
  };

  /** Wives and husbands, the example of the R package vcd, function Kappa. */
  private static final int[][] SEXUAL_FUN = {
    {7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}
  };

  @Test
  void agreesWithTheManualOfSas() {
    WeightedKappa agreement = WeightedKappa.of(SKIN_CONDITION, Weights.UNWEIGHTED);

    assertThat(agreement.items()).isEqualTo(88);
    assertThat(agreement.kappa().value()).isCloseTo(0.3449, within(0.00005));
    assertThat(agreement.kappa().lower()).isCloseTo(0.2030, within(0.00005));
    assertThat(agreement.kappa().upper()).isCloseTo(0.4868, within(0.00005));
  }

  /**
   * Kappa from the cell shares, its standard error by the delta method with a numerical gradient
   * over the cells, in NumPy: no use of the formula of Fleiss, Cohen and Everitt.
   */
  @ParameterizedTest
  @CsvSource({
    "UNWEIGHTED, 0.344875, 0.202980, 0.486770",
    "LINEAR,     0.508160, 0.379766, 0.636554",
    "QUADRATIC,  0.660723, 0.539905, 0.781541"
  })
  void agreesWithTheDeltaMethodOnTwoDermatologists(
      Weights weights, double kappa, double lower, double upper) {
    WeightedKappa agreement = WeightedKappa.of(SKIN_CONDITION, weights);

    assertThat(agreement.kappa().value()).isCloseTo(kappa, within(0.000001));
    assertThat(agreement.kappa().lower()).isCloseTo(lower, within(0.000001));
    assertThat(agreement.kappa().upper()).isCloseTo(upper, within(0.000001));
  }

  /** The same method; the first two are also what the package prints, to four digits. */
  @ParameterizedTest
  @CsvSource({
    "UNWEIGHTED, 0.129330, -0.005120, 0.263781",
    "LINEAR,     0.237381,  0.083883, 0.390878",
    "QUADRATIC,  0.332046,  0.141346, 0.522745"
  })
  void agreesWithTheDeltaMethodOnWivesAndHusbands(
      Weights weights, double kappa, double lower, double upper) {
    WeightedKappa agreement = WeightedKappa.of(SEXUAL_FUN, weights);

    assertThat(agreement.kappa().value()).isCloseTo(kappa, within(0.000001));
    assertThat(agreement.kappa().lower()).isCloseTo(lower, within(0.000001));
    assertThat(agreement.kappa().upper()).isCloseTo(upper, within(0.000001));
  }

  @Test
  void countsLabels() {
    List<String> first = List.of("1", "5", "1", "3", "2");
    List<String> second = List.of("1", "5", "2", "3", "2");

    WeightedKappa agreement = WeightedKappa.of(first, second, SCORES, Weights.UNWEIGHTED);

    // Four of five agree; by chance 2/25 on 1, 2/25 on 2, 1/25 on 3 and 1/25 on 5.
    assertThat(agreement.observed()).isCloseTo(0.8, within(1e-15));
    assertThat(agreement.expected()).isCloseTo(0.24, within(1e-15));
    assertThat(agreement.kappa().value()).isCloseTo(0.56 / 0.76, within(1e-15));
  }

  @Property
  void isOneForARaterAndThemself(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 4) Integer> anyLabels,
      @ForAll Weights weights) {
    List<String> labels = withAFive(anyLabels);

    WeightedKappa agreement = WeightedKappa.of(labels, labels, SCORES, weights);

    assertThat(agreement.kappa().value()).isEqualTo(1);
    assertThat(agreement.kappa().lower()).isCloseTo(1, within(1e-6));
    assertThat(agreement.kappa().upper()).isEqualTo(1);
  }

  @Property
  void doesNotCareWhichRaterComesFirst(
      @ForAll @Size(min = 20, max = 20) List<@IntRange(min = 1, max = 4) Integer> firstLabels,
      @ForAll @Size(min = 20, max = 20) List<@IntRange(min = 1, max = 5) Integer> secondLabels,
      @ForAll Weights weights) {
    List<String> first = withAFive(firstLabels);
    List<String> second = withAFive(secondLabels);
    WeightedKappa agreement = WeightedKappa.of(first, second, SCORES, weights);

    WeightedKappa exchanged = WeightedKappa.of(second, first, SCORES, weights);

    assertThat(exchanged.kappa().value()).isCloseTo(agreement.kappa().value(), within(1e-12));
    assertThat(exchanged.kappa().lower()).isCloseTo(agreement.kappa().lower(), within(1e-6));
  }

  @Property
  void needsNoWeightsForTwoCategories(
      @ForAll @IntRange(min = 1, max = 50) int bothNo,
      @ForAll @IntRange(max = 50) int onlyFirst,
      @ForAll @IntRange(max = 50) int onlySecond,
      @ForAll @IntRange(min = 1, max = 50) int bothYes,
      @ForAll Weights weights) {
    int[][] table = {{bothNo, onlySecond}, {onlyFirst, bothYes}};

    WeightedKappa agreement = WeightedKappa.of(table, weights);

    assertThat(agreement.kappa()).isEqualTo(WeightedKappa.of(table, Weights.UNWEIGHTED).kappa());
  }

  @Test
  void saysWhyThereIsNoKappa() {
    List<String> labels = List.of("1", "1", "1");

    WeightedKappa agreement = WeightedKappa.of(labels, labels, SCORES, Weights.QUADRATIC);

    assertThat(agreement.kappa()).isNull();
    assertThat(agreement.undefined()).contains("one and the same category");
    assertThat(agreement.observed()).isEqualTo(1);
  }

  @Test
  void isZeroWhenTwoConstantRatersDisagree() {
    List<String> first = List.of("1", "1", "1");
    List<String> second = List.of("2", "2", "2");

    WeightedKappa agreement = WeightedKappa.of(first, second, SCORES, Weights.LINEAR);

    assertThat(agreement.kappa().value()).isZero();
    assertThat(agreement.undefined()).isNull();
  }

  @Test
  void refusesLabelsOfNoCategory() {
    List<String> labels = List.of("6");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(labels, labels, SCORES, Weights.LINEAR))
        .withMessage("label \"6\" is not one of [1, 2, 3, 4, 5]");
  }

  @Test
  void refusesTablesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new int[][] {{1}}, Weights.LINEAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new int[][] {{1, 2}, {3}}, Weights.LINEAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new int[][] {{1, -1}, {0, 2}}, Weights.LINEAR));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedKappa.of(new int[2][2], Weights.LINEAR));
  }

  /** So that not all labels are of one category. */
  private static List<String> withAFive(List<Integer> labels) {
    return Stream.concat(labels.stream(), Stream.of(5)).map(String::valueOf).toList();
  }
}
