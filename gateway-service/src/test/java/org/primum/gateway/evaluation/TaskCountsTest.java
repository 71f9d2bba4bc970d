package org.primum.gateway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.gateway.evaluation.TaskCounts.Kind;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EvaluationState;

class TaskCountsTest {

  private static final Kind WAITING = new Kind("waiting", null, false);
  private static final Kind ASKING = new Kind("asking", null, false);
  private static final Kind ANSWERED = new Kind("answered", null, true);
  private static final Kind JUDGING = new Kind("judging", null, true);
  private static final Kind SCORED = new Kind("scored", null, true);
  private static final Kind UNREACHABLE = new Kind("failed", "unreachable", false);
  private static final Kind JUDGE_FAILED = new Kind("failed", "judge_failed", true);
  private static final Kind CANCELLED = new Kind("cancelled", null, false);

  @Test
  void everythingIsCountedOnce() {
    TaskCounts counts =
        new TaskCounts(
            Map.of(
                WAITING,
                1,
                ASKING,
                2,
                ANSWERED,
                4,
                JUDGING,
                8,
                SCORED,
                16,
                UNREACHABLE,
                32,
                JUDGE_FAILED,
                64,
                CANCELLED,
                128));

    assertThat(counts.asked()).isEqualTo(255);
    assertThat(counts.answered()).isEqualTo(4 + 8 + 16 + 64);
    assertThat(counts.scored()).isEqualTo(16);
    assertThat(counts.failed()).isEqualTo(96);
    assertThat(counts.finished()).isEqualTo(112);
    assertThat(counts.open()).isEqualTo(15);
    assertThat(counts.inFlight()).isEqualTo(10);
    assertThat(counts.failures())
        .isEqualTo(Map.of(FailureKind.UNREACHABLE, 32, FailureKind.JUDGE_FAILED, 64));
  }

  @Test
  void itIsQueuedUntilAPromptIsHandedOut() {
    assertThat(state(WAITING, WAITING)).isEqualTo(EvaluationState.QUEUED);
    assertThat(state(WAITING, ASKING)).isEqualTo(EvaluationState.RUNNING);
  }

  @Test
  void itIsJudgingWhenNoAnswerIsMissingAnyMore() {
    assertThat(state(ASKING, SCORED)).isEqualTo(EvaluationState.RUNNING);
    assertThat(state(ANSWERED, SCORED)).isEqualTo(EvaluationState.JUDGING);
    assertThat(state(JUDGING, UNREACHABLE)).isEqualTo(EvaluationState.JUDGING);
    assertThat(state(WAITING, JUDGE_FAILED)).isEqualTo(EvaluationState.RUNNING);
  }

  @Test
  void oneVerdictMakesItComplete() {
    assertThat(state(SCORED, UNREACHABLE)).isEqualTo(EvaluationState.COMPLETE);
    assertThat(state(JUDGE_FAILED, UNREACHABLE)).isEqualTo(EvaluationState.FAILED);
  }

  private static EvaluationState state(Kind one, Kind other) {
    return new TaskCounts(one.equals(other) ? Map.of(one, 2) : Map.of(one, 1, other, 1)).state();
  }
}
