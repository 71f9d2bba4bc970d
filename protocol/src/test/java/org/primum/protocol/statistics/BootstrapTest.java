package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
