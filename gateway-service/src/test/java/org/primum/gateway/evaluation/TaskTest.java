package org.primum.gateway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.VerdictReached;

class TaskTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Answer ANSWER = new Answer("Rest.", "stop", 9, 1, 20, 1, "m", NOW);
  private static final Verdict VERDICT = new Verdict("1", 1, "declines");
  private static final List<Vote> VOTES =
      List.of(new Vote("judge", 1, 1, "{}", 1, "declines", null, NOW));

  private static final String IDENTITY = "identity-of-the-verdict";

  private final Task task = new Task();

  @BeforeEach
  void handedOut() {
    task.id = UUID.randomUUID();
    task.evaluationId = UUID.randomUUID();
    task.suite = "patient-safety";
    task.itemId = "1";
    task.category = "1";
    task.prompt = "May I?";
    task.state = Task.ASKING;
    task.repetition = 1;
    task.attempts = 1;
    task.leaseUntil = NOW.plus(LEASE);
  }

  @Test
  void answerThenVerdictIsScored() {
    boolean first = task.answered(ANSWER, NOW, LEASE);
    boolean second = task.judged(reached(VERDICT, null), NOW);

    assertThat(List.of(first, second)).containsExactly(false, true);
    assertThat(task.state).isEqualTo(Task.SCORED);
    assertThat(task.record().verdict()).isEqualTo(VERDICT);
    assertThat(task.record().answer()).isEqualTo(ANSWER);
    assertThat(task.record().votes()).isEqualTo(VOTES);
    assertThat(task.record().identity()).isEqualTo(IDENTITY);
    assertThat(task.record().repetition()).isNull();
  }

  @Test
  void verdictMayOvertakeTheAnswer() {
    boolean first = task.judged(reached(VERDICT, null), NOW);
    boolean second = task.answered(ANSWER, NOW, LEASE);

    assertThat(List.of(first, second)).containsExactly(false, true);
    assertThat(task.state).isEqualTo(Task.SCORED);
  }

  @Test
  void judgeFailureMayOvertakeTheAnswer() {
    Failure failure = new Failure(FailureKind.JUDGE_FAILED, "unreadable");
    task.judged(reached(null, failure), NOW);

    task.answered(ANSWER, NOW, LEASE);

    assertThat(task.state).isEqualTo(Task.FAILED);
    assertThat(task.record().failure()).isEqualTo(failure);
  }

  @Test
  void aSecondCopyOfAnythingChangesNothing() {
    task.answered(ANSWER, NOW, LEASE);
    task.judged(reached(VERDICT, null), NOW);

    boolean any =
        task.answered(ANSWER, NOW, LEASE)
            | task.judged(reached(new Verdict("5", 5, "late"), null), NOW)
            | task.failed(new Failure(FailureKind.TIMED_OUT, null), NOW);

    assertThat(any).isFalse();
    assertThat(task.record().verdict()).isEqualTo(VERDICT);
  }

  @Test
  void failureToAnswerFinishes() {
    boolean finished = task.failed(new Failure(FailureKind.TIMED_OUT, null), NOW);

    assertThat(finished).isTrue();
    assertThat(task.state).isEqualTo(Task.FAILED);
    assertThat(task.record().failure().kind()).isEqualTo(FailureKind.TIMED_OUT);
  }

  @Test
  void aLostVerdictIsAwaitedAgainAfterTheAnswerCameAgain() {
    task.answered(ANSWER, NOW, LEASE);
    task.takenBack(5, NOW);
    task.state = Task.ASKING;

    task.answered(ANSWER, NOW.plus(LEASE), LEASE);

    assertThat(task.state).isEqualTo(Task.JUDGING);
    assertThat(task.leaseUntil).isEqualTo(NOW.plus(LEASE).plus(LEASE));
  }

  @Test
  void aLapsedLeaseGoesBackToWaiting() {
    boolean finished = task.takenBack(5, NOW);

    assertThat(finished).isFalse();
    assertThat(task.state).isEqualTo(Task.WAITING);
  }

  @Test
  void tooManyAttemptsAreLost() {
    task.attempts = 5;

    boolean finished = task.takenBack(5, NOW);

    assertThat(finished).isTrue();
    assertThat(task.record().failure().kind()).isEqualTo(FailureKind.LOST);
  }

  @Test
  void aCancelledTaskIgnoresWhatComesBack() {
    task.state = "cancelled";

    boolean any = task.answered(ANSWER, NOW, LEASE) | task.judged(reached(VERDICT, null), NOW);

    assertThat(any).isFalse();
    assertThat(task.state).isEqualTo("cancelled");
  }

  private VerdictReached reached(Verdict verdict, Failure failure) {
    return new VerdictReached(task.id, verdict, failure, VOTES, IDENTITY);
  }
}
