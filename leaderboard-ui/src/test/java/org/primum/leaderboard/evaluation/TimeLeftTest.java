package org.primum.leaderboard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void goesOnAsItWentSoFar() {
    assertThat(TimeLeft.estimate(START, 25, 100, START.plusSeconds(60)))
        .contains(Duration.ofSeconds(180));
  }

  @Test
  void isUnknownBeforeEnoughItemsAreFinished() {
    assertThat(TimeLeft.estimate(START, 4, 100, START.plusSeconds(60))).isEmpty();
  }

  @Test
  void isUnknownBeforeTheStart() {
    assertThat(TimeLeft.estimate(null, 10, 100, START)).isEmpty();
    assertThat(TimeLeft.estimate(START, 10, 100, START.minusSeconds(1))).isEmpty();
  }

  @Test
  void isNothingWhenAllIsDone() {
    assertThat(TimeLeft.estimate(START, 100, 100, START.plusSeconds(60))).contains(Duration.ZERO);
  }
}
