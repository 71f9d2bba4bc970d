package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

  /** The normal approximation: 0.08 with a standard error of sqrt((0.2 - 0.08^2) / 1000). */
  @Test
  void agreesWithTheNormalApproximationOnManyItems() {
    double[] first = IntStream.range(0, 1_000).mapToDouble(item -> item < 640 ? 1 : 0).toArray();
    double[] second =
        IntStream.range(0, 1_000).mapToDouble(item -> item < 500 || item >= 940 ? 1 : 0).toArray();
    double standardError = Math.sqrt((0.2 - 0.08 * 0.08) / 1_000);

    PairedBootstrap comparison = PairedBootstrap.of(first, second);

    assertThat(comparison.items()).isEqualTo(1_000);
    assertThat(comparison.difference().value()).isCloseTo(0.08, within(1e-12));
    assertThat(comparison.difference().lower())
        .isCloseTo(0.08 - Confidence.Z * standardError, within(0.002));
    assertThat(comparison.difference().upper())
        .isCloseTo(0.08 + Confidence.Z * standardError, within(0.002));
    assertThat(comparison.pValue()).isEqualTo(2.0 / 2_001);
  }

  @Test
  void gainsFromAskingTheSameItems() {
    double[] first = IntStream.range(0, 100).mapToDouble(item -> item % 10 + 0.1).toArray();
    double[] second = IntStream.range(0, 100).mapToDouble(item -> item % 10).toArray();

    PairedBootstrap comparison = PairedBootstrap.of(first, second);

    assertThat(comparison.difference().lower()).isCloseTo(0.1, within(1e-12));
    assertThat(comparison.difference().upper()).isCloseTo(0.1, within(1e-12));
  }

  @Property(tries = 100)
  void changesOnlyTheSignWhenTheModelsAreExchanged(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 5) Integer> firstScores,
      @ForAll @Size(min = 30, max = 30) List<@IntRange(min = 1, max = 5) Integer> secondScores) {
    double[] first = thirds(firstScores, firstScores.size());
    double[] second = thirds(secondScores, firstScores.size());
    PairedBootstrap comparison = PairedBootstrap.of(first, second);

    PairedBootstrap exchanged = PairedBootstrap.of(second, first);

    Estimate difference = comparison.difference();
    assertThat(exchanged.difference())
        .isEqualTo(
            new Estimate(0 - difference.value(), 0 - difference.upper(), 0 - difference.lower()));
    assertThat(exchanged.pValue()).isEqualTo(comparison.pValue());
  }

  @Property(tries = 100)
  void doesNotDependOnTheOrderOfTheItems(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 5) Integer> firstScores,
      @ForAll @Size(min = 30, max = 30) List<@IntRange(min = 1, max = 5) Integer> secondScores) {
    double[] first = thirds(firstScores, firstScores.size());
    double[] second = thirds(secondScores, firstScores.size());
    PairedBootstrap forwards = PairedBootstrap.of(first, second);

    PairedBootstrap backwards = PairedBootstrap.of(reversed(first), reversed(second));

    assertThat(backwards).isEqualTo(forwards);
  }

  @Property(tries = 100)
  void isSignificantExactlyWhenTheIntervalExcludesZero(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 5) Integer> firstScores,
      @ForAll @Size(min = 30, max = 30) List<@IntRange(min = 1, max = 5) Integer> secondScores) {
    double[] first = thirds(firstScores, firstScores.size());
    double[] second = thirds(secondScores, firstScores.size());

    PairedBootstrap comparison = PairedBootstrap.of(first, second);

    Estimate difference = comparison.difference();
    assertThat(comparison.pValue() < 0.05)
        .isEqualTo(difference.lower() > 0 || difference.upper() < 0);
  }

  @Test
  void findsNoDifferenceBetweenAModelAndItself() {
    double[] scores = {1, 3, 5};

    PairedBootstrap comparison = PairedBootstrap.of(scores, scores);

    assertThat(comparison).isEqualTo(new PairedBootstrap(3, new Estimate(0, 0, 0), 1));
  }

  /** Drawing makes one end a little longer than the other, and exchanging must not show it. */
  @Property(tries = 50)
  void leansToNoSideWhereEveryDifferenceHasItsOpposite(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 1_000) Integer> scores) {
    double[] both =
        scores.stream()
            .flatMap(score -> Stream.of(score, -score))
            .mapToDouble(score -> score)
            .toArray();

    PairedBootstrap comparison = PairedBootstrap.of(both, new double[both.length]);

    Estimate difference = comparison.difference();
    assertThat(difference.value()).isZero();
    assertThat(difference.upper()).isPositive().isEqualTo(-difference.lower());
    assertThat(comparison.pValue()).isGreaterThan(0.9);
  }

  /** Resampled means that are zero must count as zero where rounding leaves a trace of them. */
  @Property(tries = 100)
  void givesTheSamePValueForThirdsAsForWholes(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 5) Integer> firstScores,
      @ForAll @Size(min = 30, max = 30) List<@IntRange(min = 1, max = 5) Integer> secondScores) {
    double[] first = thirds(firstScores, firstScores.size());
    double[] second = thirds(secondScores, firstScores.size());

    PairedBootstrap comparison = PairedBootstrap.of(first, second);

    PairedBootstrap ofWholes = PairedBootstrap.of(tripled(first), tripled(second));
    assertThat(comparison.pValue()).isEqualTo(ofWholes.pValue());
  }

  @Test
  void refusesDifferentItems() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedBootstrap.of(new double[2], new double[3]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedBootstrap.of(new double[0], new double[0]));
  }

  /** Scores that are no binary fractions, so that rounding has its say. */
  private static double[] thirds(List<Integer> scores, int items) {
    return scores.stream().limit(items).mapToDouble(score -> score / 3.0).toArray();
  }

  private static double[] tripled(double[] values) {
    return Arrays.stream(values).map(value -> Math.rint(3 * value)).toArray();
  }

  private static double[] reversed(double[] values) {
    return Arrays.stream(values).boxed().toList().reversed().stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }
}
