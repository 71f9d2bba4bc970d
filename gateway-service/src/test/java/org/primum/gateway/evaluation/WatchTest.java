package org.primum.gateway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.gateway.evaluation.TaskCounts.Kind;
import org.primum.protocol.message.EvaluationProgress;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;

class WatchTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Wait DOWN =
      new Wait(WaitsFor.ENDPOINT, "The endpoint is down.", START, START.plusSeconds(7_200));

  private final Watch watch = new Watch(START);

  @Test
  void aPaceIsToldWhileItemsFinish() {
    for (int second = 0; second < 30; second++) {
      watch.look(START.plusSeconds(second), counts(100 - second, 2, second), null);
    }

    EvaluationProgress progress = watch.look(START.plusSeconds(30), counts(70, 2, 30), null);

    assertThat(progress.itemsPerMinute()).isEqualTo(60);
    assertThat(progress.secondsLeft()).isEqualTo(72);
    assertThat(progress.secondsLeftLow()).isLessThan(72);
    assertThat(progress.secondsLeftHigh()).isGreaterThan(72);
    assertThat(progress.waitsFor()).isNull();
  }

  @Test
  void whatIsKnownToHoldItUpIsToldWithoutAPace() {
    for (int second = 0; second < 30; second++) {
      watch.look(START.plusSeconds(second), counts(100 - second, 2, second), null);
    }

    EvaluationProgress progress = watch.look(START.plusSeconds(30), counts(70, 2, 30), DOWN);

    assertThat(progress)
        .isEqualTo(
            new EvaluationProgress(
                null,
                null,
                null,
                null,
                WaitsFor.ENDPOINT,
                DOWN.reason(),
                DOWN.since(),
                DOWN.givesUpAt()));
  }

  @Test
  void thePaceAfterAWaitBeginsAnew() {
    for (int second = 0; second < 30; second++) {
      watch.look(START.plusSeconds(second), counts(100 - second, 2, second), null);
    }
    watch.look(START.plusSeconds(31), counts(70, 2, 30), DOWN);

    EvaluationProgress progress = watch.look(START.plusSeconds(40), counts(68, 2, 32), null);

    assertThat(progress.itemsPerMinute()).isNull();
    assertThat(progress.waitsFor()).isNull();
  }

  @Test
  void itemsOfWhichNoneIsOnItsWayWaitForTheirTurn() {
    watch.look(START.plusSeconds(5), counts(10, 0, 3), null);

    EvaluationProgress soon = watch.look(START.plusSeconds(9), counts(10, 0, 3), null);
    EvaluationProgress later = watch.look(START.plusSeconds(11), counts(10, 0, 3), null);

    assertThat(soon.waitsFor()).isNull();
    assertThat(later.waitsFor()).isEqualTo(WaitsFor.QUEUE);
    assertThat(later.waitingSince()).isEqualTo(START);
    assertThat(later.reason()).isEqualTo(Watch.NO_TURN);
  }

  @Test
  void aTurnEndsTheWait() {
    watch.look(START.plusSeconds(5), counts(10, 0, 3), null);
    watch.look(START.plusSeconds(11), counts(10, 0, 3), null);

    EvaluationProgress progress = watch.look(START.plusSeconds(12), counts(9, 1, 3), null);

    assertThat(progress.waitsFor()).isNull();
  }

  @Test
  void itemsThatAreOnTheirWayForLongerThanAnyRequestTakesWaitToo() {
    watch.look(START, counts(8, 2, 3), null);

    EvaluationProgress soon = watch.look(START.plusSeconds(170), counts(8, 2, 3), null);
    EvaluationProgress later = watch.look(START.plusSeconds(181), counts(8, 2, 3), null);

    assertThat(soon.waitsFor()).isNull();
    assertThat(later.waitsFor()).isEqualTo(WaitsFor.QUEUE);
    assertThat(later.reason()).isEqualTo(Watch.NO_REPLY);
  }

  private static TaskCounts counts(int waiting, int asking, int scored) {
    return new TaskCounts(
        Map.of(
            new Kind("waiting", null, false),
            waiting,
            new Kind("asking", null, false),
            asking,
            new Kind("scored", null, true),
            scored));
  }
}
