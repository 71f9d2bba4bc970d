package org.primum.runner.asking;

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
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.PromptIssued;

/** A prompt may come twice, at once or much later, here or at another replica. */
@QuarkusTest
class CopiesTest extends RunnerScene {

  private static final Duration A_WHILE = Duration.ofMinutes(3);

  @Inject Asking asking;

  @Test
  void aSecondCopyIsNotAskedButItsOutcomeIsSentAgain() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says("First."), Reply.says("Second."));
    PromptIssued prompt = promptTo(endpoint);
    issue(prompt);
    String answer = awaitAnswerMessage(prompt);

    issue(prompt);

    assertThat(awaitAnswerMessage(prompt)).isEqualTo(answer);
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void aSecondCopyOfAFailureIsNotAskedButItIsSentAgain() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.fails(400, "no"), Reply.says("Second."));
    PromptIssued prompt = promptTo(endpoint);
    issue(prompt);
    String failure = awaitAnswerMessage(prompt);

    issue(prompt);

    assertThat(awaitAnswerMessage(prompt)).isEqualTo(failure);
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void twoCopiesAtOnceAreAskedOnce() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says("First."), Reply.says("Second."));
    PromptIssued prompt = promptTo(endpoint);
    endpoint.hold();
    Thread.startVirtualThread(() -> handle(prompt, false));
    await().atMost(PATIENCE).until(() -> endpoint.asked().size() == 1);
    Thread copy = Thread.startVirtualThread(() -> handle(prompt, false));
    await().atMost(PATIENCE).until(() -> copy.getState() == Thread.State.WAITING);

    endpoint.release();

    assertThat(awaitAnswer(prompt).answer().text()).isEqualTo("First.");
    assertThat(awaitAnswer(prompt).answer().text()).isEqualTo("First.");
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void whatAnotherReplicaHoldsIsLeftToIt() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says("Mine."));
    PromptIssued prompt = promptTo(endpoint);
    String other = heldByAnotherReplica(prompt, Instant.now().plus(A_WHILE));

    handle(prompt, false);

    assertThat(endpoint.asked()).isEmpty();
    assertThat(holder(prompt)).isEqualTo(other);
    assertThat(furtherAnswerMessages(prompt)).isEmpty();
  }

  @Test
  void whatAnotherReplicaHeldTooLongIsTakenOver() throws IOException {
    PromptIssued prompt = promptTo(endpoint(Reply.says("Mine.")));
    String other = heldByAnotherReplica(prompt, Instant.now().minus(A_WHILE));

    handle(prompt, false);

    assertThat(awaitAnswer(prompt).answer().text()).isEqualTo("Mine.");
    assertThat(holder(prompt)).isNotEqualTo(other);
  }

  @Test
  void whatTheBrokerTookFromAnotherReplicaIsTakenOver() throws IOException {
    PromptIssued prompt = promptTo(endpoint(Reply.says("Mine.")));
    String other = heldByAnotherReplica(prompt, Instant.now().plus(A_WHILE));

    handle(prompt, true);

    assertThat(awaitAnswer(prompt).answer().text()).isEqualTo("Mine.");
    assertThat(holder(prompt)).isNotEqualTo(other);
  }

  @Test
  void whatAnotherReplicaRecordedMeanwhileStays() throws Exception {
    ScriptedEndpoint endpoint = endpoint(Reply.says("Mine, too late."));
    PromptIssued prompt = promptTo(endpoint);
    endpoint.hold();
    issue(prompt);
    await().atMost(PATIENCE).until(() -> endpoint.asked().size() == 1);
    recordedByAnotherReplica(prompt);

    endpoint.release();
    issue(prompt);

    assertThat(awaitAnswer(prompt).failure().detail()).isEqualTo("Theirs.");
    assertThat(furtherAnswerMessages(prompt)).isEmpty();
  }

  private void handle(PromptIssued prompt, boolean redelivered) {
    try {
      asking.handle(prompt, redelivered);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private String heldByAnotherReplica(PromptIssued prompt, Instant until) {
    UUID other = UUID.randomUUID();
    update(
        "insert into transcript (task_id, attempt, claimed_by, claimed_until) values (?, 1, ?, ?)",
        prompt.taskId(),
        other,
        until.atOffset(ZoneOffset.UTC));
    return other.toString();
  }

  private void recordedByAnotherReplica(PromptIssued prompt) {
    update(
        "update transcript set claimed_by = ?, outcome = ?, passing = false, recorded_at = now()"
            + " where task_id = ?",
        UUID.randomUUID(),
        Json.write(
            new AnswerRecorded(
                prompt.taskId(), null, new Failure(FailureKind.REJECTED, "Theirs."))),
        prompt.taskId());
  }

  private String holder(PromptIssued prompt) {
    return query("select claimed_by from transcript where task_id = ?", prompt.taskId());
  }
}
