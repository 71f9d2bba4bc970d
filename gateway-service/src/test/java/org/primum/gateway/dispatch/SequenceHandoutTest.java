package org.primum.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.DatabaseClient;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.PromptIssued;

/** Prompts that are handed out together take one place at the endpoint until the last is back. */
@QuarkusTest
class SequenceHandoutTest extends DispatchScene {

  private static final long QUICK = 100;

  @Test
  void aSequenceTakesOnePlaceUntilItsLastIsBack() throws IOException {
    String evaluation = startAt("sequence", 12);
    List<PromptIssued> first = prompts(2);
    assertThat(first).allMatch(prompt -> prompt.then() == null);

    answerQuickly(first.getFirst());

    List<PromptIssued> sequence = prompts(1).getFirst().inOrder();
    assertThat(sequence).hasSize(5);
    for (PromptIssued prompt : sequence.subList(0, 4)) {
      answerQuickly(prompt);
      judge(prompt, "1");
    }
    assertThat(runnerAndJudge.take("runner.prompts", PromptIssued.class)).isEmpty();
    answerQuickly(sequence.getLast());
    prompts(1);
    cancel(evaluation);
  }

  @Test
  void whatIsGivenBackIsHandedOutAgainAndNotHeldAgainstIt() throws IOException {
    String evaluation = startAt("sequence-given-back", 12);
    List<PromptIssued> first = prompts(2);
    answerQuickly(first.getFirst());
    List<PromptIssued> sequence = prompts(1).getFirst().inOrder();

    for (PromptIssued prompt : sequence) {
      runnerAndJudge.publish(
          AnswerRecorded.KEY,
          new AnswerRecorded(
              prompt.taskId(),
              null,
              new Failure(FailureKind.SERVER_ERROR, null),
              prompt.attempt(),
              true,
              null,
              null));
    }

    List<PromptIssued> again = prompts(1).getFirst().inOrder();
    assertThat(again).extracting(PromptIssued::taskId).contains(sequence.getFirst().taskId());
    assertThat(again.getFirst().attempt()).isEqualTo(2);
    assertThat(
            new DatabaseClient(database)
                .query(
                    "select max(failures) from task where evaluation_id = ?",
                    UUID.fromString(evaluation)))
        .isEqualTo("0");
    cancel(evaluation);
  }

  private String startAt(String name, int items) throws IOException {
    makeDraft(name, "patientsafetybench", rows(items));
    publish(name);
    return evaluate(submitModel(name, 2), name).statusCode(202).extract().path("id");
  }

  private void answerQuickly(PromptIssued prompt) throws IOException {
    runnerAndJudge.publish(
        AnswerRecorded.KEY,
        new AnswerRecorded(
            prompt.taskId(),
            new Answer("An answer.", "stop", 5, 3, QUICK, 1, "model", Instant.EPOCH),
            null,
            prompt.attempt(),
            null,
            new EndpointReport(prompt.endpoint().id(), 1, 1, 5, 3, null, null, null, null, QUICK),
            prompt.identity()));
  }
}
