package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How long an endpoint is waited for. */
class UsualTimesTest {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final UUID ENDPOINT = new UUID(0, 1);

  private final UsualTimes times = new UsualTimes(LONGEST);

  @Test
  void anEndpointThatIsNotKnownGetsTheWholeTime() {
    replies(4, 200);

    assertThat(times.limit(ENDPOINT, 1)).isEqualTo(LONGEST);
  }

  @Test
  void oneThatIsQuickIsNotWaitedForLong() {
    replies(5, 200);

    assertThat(times.limit(ENDPOINT, 1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(times.limit(ENDPOINT, 2)).isEqualTo(Duration.ofSeconds(15));
    assertThat(times.limit(ENDPOINT, 3)).isEqualTo(Duration.ofSeconds(45));
    assertThat(times.limit(ENDPOINT, 4)).isEqualTo(LONGEST);
  }

  @Test
  void oneThatIsSlowIsWaitedForTwentyTimesAsLong() {
    replies(5, 3_000);

    assertThat(times.limit(ENDPOINT, 1)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void whatIsUsualFollowsTheReplies() {
    replies(5, 200);
    replies(60, 4_000);

    assertThat(times.limit(ENDPOINT, 1)).isBetween(Duration.ofSeconds(79), Duration.ofSeconds(80));
  }

  @Test
  void eachEndpointHasItsOwn() {
    replies(5, 200);

    assertThat(times.limit(new UUID(0, 2), 1)).isEqualTo(LONGEST);
  }

  /** An item is given up after five failures: its last attempt has the whole time. */
  @Property
  void theFifthAttemptHasTheWholeTime(
      @ForAll @LongRange(min = 1, max = 600_000) long millis,
      @ForAll @IntRange(min = 5, max = 1_000_000) int attempt) {
    replies(5, millis);

    assertThat(times.limit(ENDPOINT, attempt)).isEqualTo(LONGEST);
    assertThat(times.limit(ENDPOINT, 1)).isBetween(Duration.ofSeconds(5), LONGEST);
  }

  private void replies(int count, long millis) {
    for (int reply = 0; reply < count; reply++) {
      times.took(ENDPOINT, millis);
    }
  }
}
