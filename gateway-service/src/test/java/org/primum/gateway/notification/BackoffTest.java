package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(6));

  @Property
  void aPauseIsBetweenHalfAndAllOfADoublingOne(
      @ForAll @IntRange(min = 1, max = 12) int attempts, @ForAll long seed) {
    Duration full = Duration.ofSeconds(5).multipliedBy(1L << (attempts - 1));

    Duration pause = BACKOFF.after(attempts, new Random(seed));

    assertThat(pause).isBetween(full.dividedBy(2), full);
  }

  @Property
  void noPauseIsLongerThanTheLongest(
      @ForAll @IntRange(min = 13, max = Integer.MAX_VALUE) int attempts, @ForAll long seed) {
    assertThat(BACKOFF.after(attempts, new Random(seed)))
        .isBetween(Duration.ofHours(2), Duration.ofHours(6));
  }

  @Test
  void receiversThatCameBackTogetherAreNotAskedTogether() {
    Random random = new Random(1);

    assertThat(BACKOFF.after(3, random)).isNotEqualTo(BACKOFF.after(3, random));
  }
}
