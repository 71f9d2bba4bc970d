package org.primum.gateway.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.gateway.account.TestCallers;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;

/** The gateway's part of an evaluation, with the test in the place of runner and judge. */
@QuarkusTest
class DispatchTest extends DispatchScene {

  @Test
  void neverMorePromptsAreOutThanTheEndpointMayTake() throws IOException {
    String evaluation = start("capped", 8);

    List<PromptIssued> first = prompts(CAP);

    assertThat(runnerAndJudge.take("runner.prompts", PromptIssued.class)).isEmpty();
    answer(first.getFirst());
    prompts(1);
    assertThat(runnerAndJudge.take("runner.prompts", PromptIssued.class)).isEmpty();
    cancel(evaluation);
  }

  @Test
  void theJudgeLearnsWhatWasSaidAndNothingAboutWhoSaidIt() throws IOException {
    String evaluation = start("blind", 1);
    PromptIssued prompt = prompts(1).getFirst();

    answer(prompt);

    JudgingRequested judging = judging(prompt);
    assertThat(judging)
        .isEqualTo(
            new JudgingRequested(
                prompt.taskId(),
                prompt.judging(),
                "Prompt 0",
                "An answer.",
                null,
                2,
                prompt.cancelKey(),
                false,
                null));
    assertThat(prompt.cancelKey().toString()).isNotEqualTo(evaluation);
    cancel(evaluation);
  }

  @Test
  void neverMoreAnswersAreAtAJudgeThanItMayTake() throws IOException {
    judgeMayTake(2);
    String evaluation = start("few-places", CAP);
    List<PromptIssued> prompts = prompts(CAP);
    for (PromptIssued prompt : prompts) {
      answer(prompt);
    }

    List<JudgingRequested> first = judgings(2);

    assertThat(runnerAndJudge.take("judge.judgings", JudgingRequested.class)).isEmpty();
    sendVerdict(first.getFirst().taskId(), "1");
    judgings(1);
    cancel(evaluation);
  }

  @Test
  void anEarlierAnswerIsTakenWhereTheOwnerWantsThat() throws IOException {
    String first = start("taken-again", 2);
    for (PromptIssued prompt : prompts(2)) {
      answer(prompt);
      judge(prompt, "1");
    }
    String model = awaitState(first, "complete").getString("model.id");

    String second =
        caller("submitter")
            .contentType("application/json")
            .body(
                Map.of(
                    "modelId",
                    model,
                    "benchmark",
                    "taken-again",
                    "version",
                    "1.0.0",
                    "reuseAnswers",
                    true))
            .post("/api/v1/evaluations")
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    for (JudgingRequested judging : judgings(2)) {
      assertThat(judging.answer()).isEqualTo("An answer.");
      sendVerdict(judging.taskId(), "2");
    }
    JsonPath complete = awaitState(second, "complete");
    assertThat(complete.getBoolean("answersReused")).isTrue();
    assertThat(complete.getInt("scored")).isEqualTo(2);
    assertThat(runnerAndJudge.take("runner.prompts", PromptIssued.class)).isEmpty();
  }

  @Test
  void everyItemIsCountedOnceWhateverComesTwice() throws IOException {
    String evaluation = start("counted", 5);

    for (int item = 0; item < 5; item++) {
      PromptIssued prompt = prompts(1).getFirst();
      if (item == 4) {
        runnerAndJudge.publish(
            AnswerRecorded.KEY,
            new AnswerRecorded(
                prompt.taskId(), null, new Failure(FailureKind.CONTENT_FILTER, null)));
        continue;
      }
      String score = Integer.toString(item + 1);
      answer(prompt);
      answer(prompt);
      judge(prompt, score);
      sendVerdict(prompt, score);
      answer(prompt);
    }
    JsonPath complete = awaitState(evaluation, "complete");
    given()
        .get("/api/v1/models/" + complete.getString("model.id") + "/evaluations")
        .then()
        .statusCode(200)
        .body("id", contains(evaluation))
        .body("owner", contains(nullValue()));
    caller("submitter")
        .get("/api/v1/evaluations/" + evaluation)
        .then()
        .body("owner", equalTo("submitter"));

    assertThat(complete.getInt("asked")).isEqualTo(5);
    assertThat(complete.getInt("scored")).isEqualTo(4);
    assertThat(complete.getInt("failed")).isEqualTo(1);
    assertThat(complete.getMap("failures")).isEqualTo(Map.of("content-filter", 1));
    assertThat(complete.getMap("suites.'patient-safety'.histogram"))
        .isEqualTo(Map.of("1", 1, "2", 1, "3", 1, "4", 1, "5", 0));
  }

  @Test
  void whatComesBackAfterCancellingIsIgnored() throws IOException {
    String evaluation = start("cancelled", 4);
    PromptIssued prompt = prompts(CAP).getFirst();

    cancel(evaluation);
    answer(prompt);
    sendVerdict(prompt, "5");

    JsonPath cancelled = awaitState(evaluation, "cancelled");
    assertThat(cancelled.getInt("scored")).isZero();
    assertThat(runnerAndJudge.take("runner.prompts", PromptIssued.class)).isEmpty();
  }

  @Test
  void recordsAreForTheOwnerReviewersAndAdministrators() throws IOException {
    String evaluation = start("recorded", 1);
    PromptIssued prompt = prompts(1).getFirst();
    answer(prompt);
    judge(prompt, "2");
    awaitState(evaluation, "complete");
    String records = "/api/v1/evaluations/" + evaluation + "/records";

    given().get(records).then().statusCode(401);
    given()
        .header(TestCallers.HEADER, "somebody-else/submitter")
        .get(records)
        .then()
        .statusCode(403);
    String line = caller("reviewer").get(records).then().statusCode(200).extract().asString();
    assertThat(line.lines()).singleElement().asString().contains("An answer.");
  }

  @Test
  void anEvaluationWithoutASingleVerdictHasFailed() throws IOException {
    String evaluation = start("hopeless", 2);

    for (PromptIssued prompt : prompts(2)) {
      runnerAndJudge.publish(
          AnswerRecorded.KEY,
          new AnswerRecorded(prompt.taskId(), null, new Failure(FailureKind.UNREACHABLE, null)));
    }

    assertThat(awaitState(evaluation, "failed").getInt("failed")).isEqualTo(2);
  }

  @Test
  void namingAllSuitesIsNamingNone() throws IOException {
    String all = start("grouped", 1);
    String model = given().get("/api/v1/evaluations/" + all).path("model.id");

    String named =
        caller("submitter")
            .contentType("application/json")
            .body(
                Map.of(
                    "modelId",
                    model,
                    "benchmark",
                    "grouped",
                    "version",
                    "1.0.0",
                    "suites",
                    List.of("patient-safety")))
            .post("/api/v1/evaluations")
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    String group = given().get("/api/v1/evaluations/" + all).path("group");
    given().get("/api/v1/evaluations/" + named).then().body("group", equalTo(group));
    prompts(2);
    cancel(all);
    cancel(named);
  }

  @Test
  void aSuiteTheVersionDoesNotHaveIsRefused() throws IOException {
    String evaluation = start("suited", 1);
    String model = given().get("/api/v1/evaluations/" + evaluation).path("model.id");

    caller("submitter")
        .contentType("application/json")
        .body(
            Map.of(
                "modelId",
                model,
                "benchmark",
                "suited",
                "version",
                "1.0.0",
                "suites",
                List.of("patient-safety", "zzz")))
        .post("/api/v1/evaluations")
        .then()
        .statusCode(422);
    prompts(1);
    cancel(evaluation);
  }

  @Test
  void anEvaluationOfAnotherOwnersModelIsRefused() throws IOException {
    String model = submitModel("foreign", CAP);

    given()
        .header(TestCallers.HEADER, "somebody-else/submitter")
        .contentType("application/json")
        .body(Map.of("modelId", model))
        .post("/api/v1/evaluations")
        .then()
        .statusCode(404);
  }

  /** More than one of each, since nobody says which model has its turn first. */
  @Test
  void aModelThatCannotBeHandedOutToHoldsUpNoOther() throws IOException, SQLException {
    for (int number = 0; number < 3; number++) {
      start("unusable-" + number, CAP + 1);
      prompts(CAP);
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update model set base_url = ' ' where name like 'unusable-%'");
    }

    for (int number = 0; number < 4; number++) {
      start("usable-" + number, 1);
    }

    assertThat(prompts(4)).extracting(PromptIssued::taskId).doesNotHaveDuplicates();
  }

  @Test
  void aMessageNobodyCanReadIsSetAside() throws IOException {
    runnerAndJudge.publishRaw(AnswerRecorded.KEY, "{\"taskId\": \"no such id\"}");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        caller("admin")
                            .get("/api/v1/dead-letters")
                            .then()
                            .extract()
                            .jsonPath()
                            .getList("reason", String.class))
                    .anyMatch(reason -> reason.startsWith("not a AnswerRecorded: ")));
  }
}
