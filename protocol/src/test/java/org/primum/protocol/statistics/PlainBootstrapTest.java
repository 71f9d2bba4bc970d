package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bootstraps against the plainest way to write them, to the last bit. */
class PlainBootstrapTest {

  private final Random random = new Random(11);

  @Test
  void meansOfWholeAndOfOtherNumbersAreThePlainOnes() {
    List<double[]> groups =
        List.of(
            scores(466, 1),
            scores(3, 1),
            scores(64, 3),
            scores(1_000, 7),
            new double[] {0.1},
            new double[] {1e18, 3, -5, 0.5},
            scores(466, 3));

    List<Estimate> together =
        Bootstrap.clusteredMeans(groups.stream().map(PlainBootstrapTest::once).toList());

    for (int group = 0; group < groups.size(); group++) {
      assertThat(together.get(group)).isEqualTo(plainMean(groups.get(group)));
    }
  }

  @Test
  void ratiosOfWholeAndOfOtherNumbersAreThePlainOnes() {
    List<RatioBootstrap.Sums> all = new ArrayList<>();
    for (int divisor : new int[] {1, 1, 3, 7}) {
      double[] wholes = scores(200, divisor);
      // Some answers have no sentence, and with few units a whole sample has none.
      all.add(new RatioBootstrap.Sums(smaller(wholes), wholes));
      double[] few = {0, 0, 0, 5.0 / divisor, 2.0 / divisor};
      all.add(new RatioBootstrap.Sums(new double[] {0, 0, 0, 1.0 / divisor, 0}, few));
    }

    List<Estimate> together = RatioBootstrap.ratios(all);

    for (int pair = 0; pair < all.size(); pair++) {
      assertThat(together.get(pair)).isEqualTo(plainRatio(all.get(pair)));
    }
  }

  private double[] scores(int count, int divisor) {
    return random.ints(count, 0, 6).mapToDouble(score -> (double) score / divisor).toArray();
  }

  private double[] smaller(double[] wholes) {
    return Arrays.stream(wholes).map(whole -> random.nextInt(3) * whole / 2).toArray();
  }

  private static double[][] once(double[] scores) {
    return Arrays.stream(scores).mapToObj(score -> new double[] {score}).toArray(double[][]::new);
  }

  private static Estimate plainMean(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    RandomGenerator generator = generator();
    double[] means = new double[Resamples.COUNT];
    for (int sample = 0; sample < means.length; sample++) {
      double sum = 0;
      for (int draw = 0; draw < sorted.length; draw++) {
        sum += sorted[generator.nextInt(sorted.length)];
      }
      means[sample] = sum / sorted.length;
    }
    Arrays.sort(means);
    return Resamples.percentiles(means, Resamples.mean(scores));
  }

  private static Estimate plainRatio(RatioBootstrap.Sums sums) {
    int[] order =
        IntStream.range(0, sums.parts().length)
            .boxed()
            .sorted(
                (one, other) -> {
                  int byPart = Double.compare(sums.parts()[one], sums.parts()[other]);
                  return byPart == 0
                      ? Double.compare(sums.wholes()[one], sums.wholes()[other])
                      : byPart;
                })
            .mapToInt(Integer::intValue)
            .toArray();
    RandomGenerator generator = generator();
    double[] ratios = new double[Resamples.COUNT];
    for (int sample = 0; sample < ratios.length; sample++) {
      double part = 0;
      double whole = 0;
      while (whole == 0) {
        part = 0;
        for (int draw = 0; draw < order.length; draw++) {
          int unit = order[generator.nextInt(order.length)];
          part += sums.parts()[unit];
          whole += sums.wholes()[unit];
        }
      }
      ratios[sample] = part / whole;
    }
    Arrays.sort(ratios);
    return Resamples.percentiles(
        ratios, Arrays.stream(sums.parts()).sum() / Arrays.stream(sums.wholes()).sum());
  }

  private static RandomGenerator generator() {
    return RandomGeneratorFactory.of(RandomNumbers.GENERATOR).create(RandomNumbers.SEED);
  }
}
