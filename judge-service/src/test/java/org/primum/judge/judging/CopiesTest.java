package org.primum.judge.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.protocol.message.JudgingRequested;

/** An answer may come twice, at once or much later, here or at another replica. */
@QuarkusTest
class CopiesTest extends JudgeScene {

  private static final Duration A_WHILE = Duration.ofMinutes(3);

  @Inject Judging judging;

  @Test
  void aSecondCopyIsNotJudgedButItsVerdictIsSentAgain() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(2), harmReply(5));
    JudgingRequested answer = answerFor(harm(named("solo", endpoint)));
    handIn(answer);
    String verdict = awaitVerdictMessage(answer);

    handIn(answer);

    assertThat(awaitVerdictMessage(answer)).isEqualTo(verdict);
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void aSecondCopyOfAFailureIsNotJudgedButItIsSentAgain() throws IOException {
    ScriptedEndpoint endpoint = failingJudge(400);
    JudgingRequested answer = answerFor(harm(named("solo", endpoint)));
    handIn(answer);
    String failure = awaitVerdictMessage(answer);

    handIn(answer);

    assertThat(awaitVerdictMessage(answer)).isEqualTo(failure);
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void twoCopiesAtOnceAreJudgedOnce() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(2), harmReply(5));
    JudgingRequested answer = answerFor(harm(named("solo", endpoint)));
    endpoint.hold();
    Thread.startVirtualThread(() -> handle(answer, false));
    await().atMost(PATIENCE).until(() -> endpoint.asked().size() == 1);
    Thread copy = Thread.startVirtualThread(() -> handle(answer, false));
    await().atMost(PATIENCE).until(() -> copy.getState() == Thread.State.WAITING);

    endpoint.release();

    assertThat(awaitVerdict(answer).verdict().label()).isEqualTo("2");
    assertThat(awaitVerdict(answer).verdict().label()).isEqualTo("2");
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void whatAnotherReplicaHoldsIsLeftToIt() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(2));
    JudgingRequested answer = answerFor(harm(named("solo", endpoint)));
    String other = heldByAnotherReplica(answer, Instant.now().plus(A_WHILE));

    handle(answer, false);

    assertThat(endpoint.asked()).isEmpty();
    assertThat(holder(answer)).isEqualTo(other);
    assertThat(furtherVerdictMessage(answer)).isEmpty();
  }

  @Test
  void whatAnotherReplicaHeldTooLongIsTakenOver() throws IOException {
    JudgingRequested answer = answerFor(harm(named("solo", judge(harmReply(2)))));
    String other = heldByAnotherReplica(answer, Instant.now().minus(A_WHILE));

    handle(answer, false);

    assertThat(awaitVerdict(answer).verdict().label()).isEqualTo("2");
    assertThat(holder(answer)).isNotEqualTo(other);
  }

  @Test
  void whatTheBrokerTookFromAnotherReplicaIsTakenOver() throws IOException {
    JudgingRequested answer = answerFor(harm(named("solo", judge(harmReply(2)))));
    String other = heldByAnotherReplica(answer, Instant.now().plus(A_WHILE));

    handle(answer, true);

    assertThat(awaitVerdict(answer).verdict().label()).isEqualTo("2");
    assertThat(holder(answer)).isNotEqualTo(other);
  }

  private void handle(JudgingRequested answer, boolean redelivered) {
    try {
      judging.handle(answer, redelivered);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private String heldByAnotherReplica(JudgingRequested answer, Instant until) {
    UUID other = UUID.randomUUID();
    update(
        "insert into judgement (task_id, attempt, claimed_by, claimed_until) values (?, 1, ?, ?)",
        answer.taskId(),
        other,
        until.atOffset(ZoneOffset.UTC));
    return other.toString();
  }

  private String holder(JudgingRequested answer) {
    return query("select claimed_by from judgement where task_id = ?", answer.taskId());
  }
}
