package org.primum.protocol.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.primum.protocol.Require;

/**
 * The percentile bootstrap for a mean (B. Efron, "Bootstrap Methods", Annals of Statistics 7,
 * 1979), seeded, so that the same scores always give the same interval.
 */
public final class Bootstrap {

  private static final int RESAMPLES = 2_000;
  private static final long SEED = 25_070_7248L;

  private Bootstrap() {}

  /** The mean of the scores and its 95 % interval; at least one score is needed. */
  public static Estimate mean(int[] scores) {
    Require.that(scores.length > 0, "a mean needs at least one score");
    int[] sorted = scores.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElseThrow();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] means = new double[RESAMPLES];
    for (int sample = 0; sample < RESAMPLES; sample++) {
      long sum = 0;
      for (int draw = 0; draw < sorted.length; draw++) {
        sum += sorted[random.nextInt(sorted.length)];
      }
      means[sample] = (double) sum / sorted.length;
    }
    Arrays.sort(means);
    double lower = means[(int) Math.floor(0.025 * (RESAMPLES - 1))];
    double upper = means[(int) Math.ceil(0.975 * (RESAMPLES - 1))];
    return new Estimate(mean, Math.min(lower, mean), Math.max(upper, mean));
  }
}
