package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

  private static final long HOUR = 3_600_000;

  /** Always the longest jitter there is. */
  private static final RandomGenerator LONGEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  @Property
  void neverWaitsLongerThanTheBackoffAllows(
      @ForAll @IntRange(min = 1, max = 1_000) int sent,
      @ForAll @LongRange(max = HOUR) long firstDelay,
      @ForAll @LongRange(max = HOUR) long maxDelay,
      @ForAll Random random) {
    RetryPolicy policy = policy(firstDelay, maxDelay);
    double doubled = firstDelay * Math.pow(2, sent - 1);

    Duration delay = policy.delay(sent, null, random);

    assertThat((double) delay.toMillis()).isBetween(0.0, Math.min(doubled, maxDelay));
  }

  @Property
  void neverComesBackBeforeTheEndpointWantsItTo(
      @ForAll @IntRange(min = 1, max = 1_000) int sent,
      @ForAll @LongRange(max = HOUR) long firstDelay,
      @ForAll @LongRange(max = HOUR) long retryAfter,
      @ForAll Random random) {
    RetryPolicy policy = policy(firstDelay, HOUR);

    Duration delay = policy.delay(sent, Duration.ofMillis(retryAfter), random);

    assertThat(delay.toMillis()).isBetween(retryAfter, retryAfter + firstDelay);
  }

  @Test
  void doublesTheLongestWaitUpToTheLimit() {
    RetryPolicy policy = policy(500, 3_000);

    Stream<Duration> delays =
        IntStream.rangeClosed(1, 5).mapToObj(sent -> policy.delay(sent, null, LONGEST));

    assertThat(delays.map(Duration::toMillis))
        .containsExactly(500L, 1_000L, 2_000L, 3_000L, 3_000L);
  }

  @Test
  void standsByWhatItSaysOfTheStandard() {
    RetryPolicy policy = RetryPolicy.STANDARD;

    Stream<Duration> delays =
        IntStream.range(1, policy.maxRequests())
            .mapToObj(sent -> policy.delay(sent, null, LONGEST));

    assertThat(delays.map(Duration::toMillis)).containsExactly(500L, 1_000L, 2_000L, 4_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1,  1,  1,  maxRequests must be positive",
    "1, -1, 1,  1,  firstDelay must not be negative",
    "1, 1,  -1, 1,  maxDelay must not be negative",
    "1, 1,  1,  -1, maxRetryAfter must not be negative"
  })
  void refusesWhatCannotBe(
      int maxRequests, long firstDelay, long maxDelay, long maxRetryAfter, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RetryPolicy(
                    maxRequests,
                    Duration.ofMillis(firstDelay),
                    Duration.ofMillis(maxDelay),
                    Duration.ofMillis(maxRetryAfter)))
        .withMessage(problem);
  }

  private static RetryPolicy policy(long firstDelay, long maxDelay) {
    return new RetryPolicy(
        5, Duration.ofMillis(firstDelay), Duration.ofMillis(maxDelay), Duration.ofMinutes(1));
  }
}
