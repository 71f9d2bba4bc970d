package org.primum.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;

/** What becomes of items while the endpoints they need are in trouble. */
@QuarkusTest
class EndpointTroubleTest extends DispatchScene {

  @Test
  void aPromptThatMetTroubleIsHandedOutAgainAndItsRequestsAddUp() throws IOException {
    String evaluation = start("trouble-once", 1);
    PromptIssued first = prompts(1).getFirst();

    meet(first, FailureKind.SERVER_ERROR);

    PromptIssued second = prompts(1).getFirst();
    assertThat(second.taskId()).isEqualTo(first.taskId());
    assertThat(second.attempt()).isEqualTo(first.attempt() + 1);
    answer(second);
    judge(second, "1");
    awaitState(evaluation, "complete");
    assertThat(item(evaluation).answer().requests()).isEqualTo(2);
  }

  @Test
  void aSecondCopyOfTroubleIsNotCountedAgain() throws IOException {
    String evaluation = start("trouble-twice", 1);
    PromptIssued first = prompts(1).getFirst();
    meet(first, FailureKind.SERVER_ERROR);
    PromptIssued second = prompts(1).getFirst();

    meet(first, FailureKind.SERVER_ERROR);

    answer(second);
    judge(second, "1");
    awaitState(evaluation, "complete");
    assertThat(item(evaluation).answer().requests()).isEqualTo(2);
  }

  @Test
  void anItemThatFailsTooOftenFailsWithItsReason() throws IOException {
    String evaluation = start("trouble-for-ever", 1);

    for (int failure = 0; failure < Retries.MOST_FAILURES; failure++) {
      meet(prompts(1).getFirst(), FailureKind.SERVER_ERROR);
    }

    JsonPath failed = awaitState(evaluation, "failed");
    assertThat(failed.getMap("failures")).isEqualTo(Map.of("server-error", 1));
  }

  @Test
  void anAnswerWhoseJudgeMetTroubleIsHandedOutAgain() throws IOException {
    String evaluation = start("trouble-at-judge", 1);
    PromptIssued prompt = prompts(1).getFirst();
    answer(prompt);
    JudgingRequested first = judging(prompt);

    runnerAndJudge.publish(
        VerdictReached.KEY,
        new VerdictReached(
            first.taskId(),
            null,
            new Failure(FailureKind.JUDGE_FAILED, null),
            List.of(),
            "identity",
            first.attempt(),
            true,
            List.of(report(UUID.randomUUID(), FailureKind.TIMED_OUT))));

    JudgingRequested second = judging(prompt);
    assertThat(second.attempt()).isEqualTo(first.attempt() + 1);
    sendVerdict(second.taskId(), "2");
    assertThat(awaitState(evaluation, "complete").getInt("scored")).isEqualTo(1);
  }

  @Test
  void whatAnEndpointThatIsDownKeepsWaitingIsGivenUpWithItsOwnReason() throws IOException {
    makeDraft("trouble-given-up", "patientsafetybench", rows(8));
    publish("trouble-given-up");
    String model = submitModel("trouble-given-up", CAP);
    String evaluation =
        caller("submitter")
            .contentType("application/json")
            .body(
                Map.of(
                    "modelId",
                    model,
                    "benchmark",
                    "trouble-given-up",
                    "version",
                    "1.0.0",
                    "patienceMinutes",
                    0))
            .post("/api/v1/evaluations")
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    JsonPath failed =
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  for (Optional<PromptIssued> next = nextPrompt();
                      next.isPresent();
                      next = nextPrompt()) {
                    boolean first = next.get().prompt().equals("Prompt 0");
                    meet(next.get(), first ? FailureKind.TIMED_OUT : FailureKind.UNREACHABLE);
                  }
                  return io.restassured.RestAssured.get("/api/v1/evaluations/" + evaluation)
                      .jsonPath();
                },
                found -> "failed".equals(found.getString("state")));

    assertThat(failed.getMap("failures")).isEqualTo(Map.of("timed-out", 1, "unreachable", 7));
  }

  private Optional<PromptIssued> nextPrompt() throws IOException {
    return runnerAndJudge.take("runner.prompts", PromptIssued.class);
  }

  private void meet(PromptIssued prompt, FailureKind kind) throws IOException {
    runnerAndJudge.publish(
        AnswerRecorded.KEY,
        new AnswerRecorded(
            prompt.taskId(),
            null,
            new Failure(kind, null),
            prompt.attempt(),
            true,
            report(prompt.endpoint().id(), kind),
            null));
  }

  private static EndpointReport report(UUID endpoint, FailureKind trouble) {
    return new EndpointReport(endpoint, 1, 0, null, null, trouble, null, null, null);
  }

  private static ItemFinished item(String evaluation) {
    String message =
        caller("service")
            .get("/api/v1/internal/evaluations/" + evaluation + "/items")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return Json.read(message, ItemFinished.class);
  }
}
