package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void agreesWithTheNormalApproximationOnManyScores() {
    int[] scores = {1, 2, 3, 4, 5};
    int[] many = IntStream.range(0, 1_000).map(index -> scores[index % 5]).toArray();
    double standardError = Math.sqrt(2.0 / 1_000);

    Estimate mean = Bootstrap.mean(many);

    assertThat(mean.value()).isEqualTo(3);
    assertThat(mean.lower()).isCloseTo(3 - Confidence.Z * standardError, within(0.01));
    assertThat(mean.upper()).isCloseTo(3 + Confidence.Z * standardError, within(0.01));
  }

  /** As published with earlier versions; a change would move numbers that are on boards. */
  @Test
  void givesTheNumbersItAlwaysGave() {
    int[] histogram = {257, 64, 114, 13, 18};
    int[] reference =
        IntStream.range(0, 5)
            .flatMap(index -> IntStream.generate(() -> index + 1).limit(histogram[index]))
            .toArray();

    Estimate mean = Bootstrap.mean(reference);

    assertThat(mean)
        .isEqualTo(new Estimate(1.8648068669527897, 1.7639484978540771, 1.9699570815450644));
  }

  @Property(tries = 50)
  void bracketsTheMeanWithinTheScores(
      @ForAll @Size(min = 1, max = 50) int[] anyScores, @ForAll @IntRange(min = 1) int spread) {
    int[] scores = Arrays.stream(anyScores).map(score -> Math.floorMod(score, spread)).toArray();

    Estimate mean = Bootstrap.mean(scores);

    assertThat(mean.value()).isEqualTo(Arrays.stream(scores).average().orElseThrow());
    assertThat(mean.lower())
        .isBetween((double) Arrays.stream(scores).min().orElseThrow(), mean.value());
    assertThat(mean.upper())
        .isBetween(mean.value(), (double) Arrays.stream(scores).max().orElseThrow());
  }

  @Property(tries = 50)
  void givesTheSameIntervalForTheSameScoresInAnyOrder(
      @ForAll @Size(min = 1, max = 50) int[] scores) {
    int[] backwards =
        IntStream.rangeClosed(1, scores.length)
            .map(index -> scores[scores.length - index])
            .toArray();
    Estimate first = Bootstrap.mean(scores);

    Estimate second = Bootstrap.mean(backwards);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void leavesTheScoresAsTheyWere() {
    int[] scores = {5, 1, 3};

    Estimate mean = Bootstrap.mean(scores);

    assertThat(mean.value()).isEqualTo(3);
    assertThat(scores).containsExactly(5, 1, 3);
  }

  @Test
  void hasNoWidthWhenAllScoresAreEqual() {
    Estimate mean = Bootstrap.mean(new int[] {4, 4, 4});

    assertThat(mean).isEqualTo(new Estimate(4, 4, 4));
  }

  @Test
  void refusesToAverageNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.mean(new int[0]));
  }

  @Property(tries = 50)
  void givesTheSameIntervalForTheSameFractionsInAnyOrder(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(max = 1) Double> scores) {
    double[] forwards = scores.stream().mapToDouble(Double::doubleValue).toArray();
    double[] backwards = scores.reversed().stream().mapToDouble(Double::doubleValue).toArray();
    Estimate first = Bootstrap.mean(forwards);

    Estimate second = Bootstrap.mean(backwards);

    assertThat(second).isEqualTo(first);
  }

  @Property(tries = 50)
  void bracketsTheMeanOfFractions(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(max = 1) Double> scores) {
    double[] fractions = scores.stream().mapToDouble(Double::doubleValue).toArray();

    Estimate mean = Bootstrap.mean(fractions);

    assertThat(mean.lower()).isBetween(Collections.min(scores) - 1e-12, mean.value());
    assertThat(mean.upper()).isBetween(mean.value(), Collections.max(scores) + 1e-12);
  }

  /** Ten repeats of an item that always gives the same say no more than one. */
  @Test
  void learnsNothingFromRepeatsThatAgree() {
    double[] once = {0, 1, 1, 0, 1, 1};
    double[][] tenTimes =
        Arrays.stream(once)
            .mapToObj(score -> DoubleStream.generate(() -> score).limit(10).toArray())
            .toArray(double[][]::new);

    Estimate clustered = Bootstrap.clusteredMean(tenTimes);

    assertThat(clustered).isEqualTo(Bootstrap.mean(once));
  }

  @Test
  void countsEveryItemOnceHoweverOftenItWasAsked() {
    double[][] repeats = {{1, 1, 1, 1}, {0}, {0.5, 0.5}};

    Estimate clustered = Bootstrap.clusteredMean(repeats);

    assertThat(clustered.value()).isEqualTo(0.5);
  }

  /** The standard error of a mean of item means, by its formula. */
  @Test
  void agreesWithTheNormalApproximationOverItems() {
    double[][] repeats =
        IntStream.range(0, 1_000)
            .mapToObj(item -> new double[] {item % 5, item % 5 + 1})
            .toArray(double[][]::new);
    double standardError = Math.sqrt(2.0 / 1_000);

    Estimate clustered = Bootstrap.clusteredMean(repeats);

    assertThat(clustered.value()).isEqualTo(2.5);
    assertThat(clustered.lower()).isCloseTo(2.5 - Confidence.Z * standardError, within(0.01));
    assertThat(clustered.upper()).isCloseTo(2.5 + Confidence.Z * standardError, within(0.01));
  }

  @Test
  void refusesItemsWithoutScores() {
    double[][] repeats = {{1, 0}, {}};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.clusteredMean(repeats))
        .withMessageContaining("every item");
  }

  @Test
  void refusesScoresThatAreNoNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bootstrap.mean(new double[] {1, Double.NaN}));
  }
}
