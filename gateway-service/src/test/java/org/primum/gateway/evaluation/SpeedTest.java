package org.primum.gateway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SpeedTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Speed speed = new Speed();

  @Test
  void nothingIsSaidBeforeAnythingFinished() {
    assertThat(speed.at(START, 0, 10)).isNull();

    speed.saw(START, 0);

    assertThat(speed.at(START.plusSeconds(30), 4, 10)).isNull();
    assertThat(speed.at(START.plusSeconds(4), 40, 10)).isNull();
  }

  @Test
  void theRateIsTheItemsOfTheWindowOverItsLength() {
    speed.saw(START, 10);

    Speed.Estimate estimate = speed.at(START.plusSeconds(30), 70, 240);

    assertThat(estimate.itemsPerMinute()).isEqualTo(120);
    assertThat(estimate.secondsLeft()).isEqualTo(120);
    assertThat(estimate.low()).isLessThan(120);
    assertThat(estimate.high()).isGreaterThan(120);
  }

  @Test
  void whatIsOlderThanTheWindowDoesNotCount() {
    finish(0, 300, 10);
    finish(300, 400, 1);

    Speed.Estimate estimate = speed.at(START.plusSeconds(400), 3_100, 100);

    assertThat(estimate.itemsPerMinute()).isEqualTo(60);
  }

  @Test
  void theWindowReachesBackUntilItHoldsEnough() {
    // One in twenty seconds: the last minute alone holds three.
    for (int second = 0; second <= 800; second += 4) {
      speed.saw(START.plusSeconds(second), second / 20);
    }

    Speed.Estimate estimate = speed.at(START.plusSeconds(800), 40, 10);

    assertThat(estimate.itemsPerMinute()).isBetween(2.85, 3.15);
    assertThat(estimate.secondsLeft()).isBetween(190L, 210L);
  }

  @Test
  void theRateFallsWhileNothingFinishes() {
    finish(0, 60, 5);

    Speed.Estimate then = speed.at(START.plusSeconds(60), 300, 100);
    speed.saw(START.plusSeconds(110), 300);
    Speed.Estimate later = speed.at(START.plusSeconds(110), 300, 100);

    assertThat(later.itemsPerMinute()).isLessThan(then.itemsPerMinute());
  }

  @Test
  void nothingIsSaidWhenNothingFinishedForLong() {
    finish(0, 60, 5);
    for (int second = 60; second < 1_200; second += 4) {
      speed.saw(START.plusSeconds(second), 300);
    }

    assertThat(speed.at(START.plusSeconds(1_200), 300, 100)).isNull();
  }

  @Test
  void whatCameBeforeAStopIsForgotten() {
    finish(0, 60, 5);

    speed.forget();

    assertThat(speed.at(START.plusSeconds(61), 300, 100)).isNull();
  }

  @Test
  void irregularItemsGiveAWiderRange() {
    Speed bursts = new Speed();
    for (int second = 0; second <= 60; second++) {
      speed.saw(START.plusSeconds(second), 2 * second);
      bursts.saw(START.plusSeconds(second), 40 * (second / 20));
    }

    Speed.Estimate even = speed.at(START.plusSeconds(60), 120, 120);
    Speed.Estimate uneven = bursts.at(START.plusSeconds(60), 120, 120);

    assertThat(uneven.secondsLeft()).isEqualTo(even.secondsLeft());
    assertThat(uneven.high()).isGreaterThan(even.high());
    assertThat(uneven.low()).isLessThan(even.low());
  }

  @Test
  void theRangeHoldsTheTruthWhenItemsComeAtRandom() {
    assertThat(hits(second -> 2, 1)).isBetween(450, 500);
  }

  @Test
  void theRangeHoldsTheTruthWhenItemsComeInBatches() {
    assertThat(hits(second -> 2, 8)).isBetween(435, 500);
  }

  @Test
  void theRangeHoldsTheTruthWhenThePaceChangesSlowly() {
    assertThat(hits(second -> 2 + 0.3 * Math.sin(second / 300), 1)).isBetween(435, 500);
  }

  /** How often in 500 runs of 600 items the range, told after the 150th, holds the time left. */
  private static int hits(DoubleUnaryOperator itemsPerSecond, int batch) {
    SplittableRandom random = new SplittableRandom(7);
    int hits = 0;
    for (int run = 0; run < 500; run++) {
      Speed speed = new Speed();
      double shift = random.nextDouble(1_800);
      double now = 0;
      Speed.Estimate told = null;
      double toldAt = 0;
      int finished = 0;
      double next = 0;
      for (long tick = 0; finished < 600; tick++) {
        now = tick * 0.4;
        while (next <= now && finished < 600) {
          finished += batch;
          double rate = itemsPerSecond.applyAsDouble(next + shift) / batch;
          next += -Math.log(1 - random.nextDouble()) / rate;
        }
        Instant at = START.plus(Duration.ofMillis(Math.round(now * 1_000)));
        speed.saw(at, finished);
        if (told == null && finished >= 150) {
          told = speed.at(at, finished, 600 - finished);
          toldAt = now;
        }
      }
      double left = now - toldAt;
      hits += told.low() <= left && left <= told.high() ? 1 : 0;
    }
    return hits;
  }

  /** So many items every second of that time, after so many as that pace had made until then. */
  private void finish(int from, int until, int perSecond) {
    int before = from == 0 ? 0 : 3_000;
    for (int second = from; second <= until; second++) {
      speed.saw(START.plusSeconds(second), before + perSecond * (second - from));
    }
  }
}
