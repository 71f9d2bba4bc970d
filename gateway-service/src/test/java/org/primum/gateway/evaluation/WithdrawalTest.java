package org.primum.gateway.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.gateway.account.TestCallers;
import org.primum.gateway.dispatch.DispatchScene;
import org.primum.protocol.message.PromptIssued;

/** What its owner took back. */
@QuarkusTest
class WithdrawalTest extends DispatchScene {

  private static final String ROW = "{\"id\": 1, \"category\": 1, \"content\": \"May I?\"}";

  @Test
  void aWithdrawnEvaluationIsListedAndNotRanked() throws IOException {
    String evaluation = finished("withdrawn-one");
    JsonPath before = given().get("/api/v1/evaluations/" + evaluation).jsonPath();
    board("withdrawn-one").body("groups", hasSize(1));

    withdraw("submitter", "evaluations/" + evaluation, " Wrong weights. ")
        .statusCode(200)
        .body("withdrawnReason", equalTo("Wrong weights."));

    board("withdrawn-one").body("groups", hasSize(0));
    JsonPath after = given().get("/api/v1/evaluations/" + evaluation).jsonPath();
    assertThat(after.getString("withdrawnAt")).isNotNull();
    assertThat(after.getLong("revision")).isEqualTo(before.getLong("revision") + 1);
    assertThat(after.getMap("suites")).isEqualTo(before.getMap("suites"));
    assertThat(after.getString("state")).isEqualTo("complete");
    given()
        .get("/api/v1/models/" + before.getString("model.id") + "/evaluations")
        .then()
        .body("[0].withdrawnReason", equalTo("Wrong weights."));
    withdraw("submitter", "evaluations/" + evaluation, "Again.").statusCode(409);
  }

  @Test
  void onlyItsOwnerWithdraws() throws IOException {
    String evaluation = finished("withdrawn-no");
    String model = given().get("/api/v1/evaluations/" + evaluation).jsonPath().get("model.id");

    withdraw("stranger", "evaluations/" + evaluation, "Not mine.").statusCode(403);
    withdraw("stranger", "models/" + model, "Not mine.").statusCode(404);
    withdraw("submitter", "evaluations/" + evaluation, " ").statusCode(400);
    withdraw("submitter", "evaluations/" + evaluation, "x".repeat(501)).statusCode(400);

    board("withdrawn-no").body("groups", hasSize(1));
  }

  @Test
  void whatIsUnderWayIsCancelledFirst() throws IOException {
    makeDraft("withdrawn-running", "patientsafetybench", ROW);
    String evaluation = publishAndStart("withdrawn-running");

    withdraw("submitter", "evaluations/" + evaluation, "Too early.")
        .statusCode(409)
        .body("detail", containsString("Cancel it"));

    caller("submitter")
        .post("/api/v1/evaluations/" + evaluation + "/cancel")
        .then()
        .statusCode(200);
    withdraw("submitter", "evaluations/" + evaluation, "Now.").statusCode(200);
  }

  @Test
  void aWithdrawnModelTakesItsEvaluationsWithIt() throws IOException {
    String complete = finished("withdrawn-all");
    String model = given().get("/api/v1/evaluations/" + complete).jsonPath().get("model.id");
    String running = evaluate(model, "withdrawn-all").statusCode(202).extract().path("id");

    withdraw("submitter", "models/" + model, "We take it back.")
        .statusCode(200)
        .body("state", equalTo("withdrawn"))
        .body("withdrawnAt", notNullValue())
        .body("keyKept", equalTo(false));

    board("withdrawn-all").body("groups", hasSize(0));
    assertThat(given().get("/api/v1/evaluations/" + complete).jsonPath().getString("state"))
        .isEqualTo("complete");
    JsonPath stopped = given().get("/api/v1/evaluations/" + running).jsonPath();
    assertThat(stopped.getString("state")).isEqualTo("cancelled");
    assertThat(stopped.getString("withdrawnReason")).isEqualTo("We take it back.");
    evaluate(model, "withdrawn-all").statusCode(409).body("detail", containsString("withdrawn"));
    withdraw("submitter", "models/" + model, "Again.").statusCode(409);
  }

  /** The trigger lets nothing pass but one withdrawal, with its revision. */
  @Test
  void nothingElseOfAFinishedEvaluationChanges() throws IOException, SQLException {
    String evaluation = finished("withdrawn-sql");

    for (String change :
        List.of(
            "withdrawn_at = now(), withdrawn_reason = 'r'",
            "withdrawn_at = now(), withdrawn_reason = 'r', revision = revision + 2",
            "withdrawn_at = now(), withdrawn_reason = 'r', revision = revision + 1, summary = '{}'",
            "withdrawn_at = now(), withdrawn_reason = 'r', revision = revision + 1,"
                + " state = 'failed'",
            "revision = revision + 1")) {
      assertThatThrownBy(() -> update(evaluation, change))
          .as(change)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("cannot be changed");
    }
    withdraw("submitter", "evaluations/" + evaluation, "Once.").statusCode(200);
    assertThatThrownBy(
            () -> update(evaluation, "withdrawn_reason = 'else', revision = revision + 1"))
        .hasMessageContaining("cannot be changed");
    assertThatThrownBy(
            () ->
                update(
                    evaluation,
                    "withdrawn_at = null, withdrawn_reason = null, revision = revision + 1"))
        .hasMessageContaining("cannot be changed");
  }

  @Test
  void whatWouldStartItOnceMoreIsTold() throws IOException {
    makeDraft("once-more", "patientsafetybench", ROW);
    publish();
    String model = submitModel("once-more", 2);
    String evaluation =
        caller("submitter")
            .contentType("application/json")
            .body(
                Map.of(
                    "modelId",
                    model,
                    "benchmark",
                    "once-more",
                    "version",
                    "1.0.0",
                    "patienceMinutes",
                    15,
                    "reuseAnswers",
                    true))
            .post("/api/v1/evaluations")
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    caller("submitter")
        .get("/api/v1/evaluations/" + evaluation + "/request")
        .then()
        .statusCode(200)
        .body("modelId", equalTo(model))
        .body("benchmark", equalTo("once-more"))
        .body("version", equalTo("1.0.0"))
        .body("suites", hasSize(0))
        .body("patienceMinutes", equalTo(15))
        .body("reuseAnswers", equalTo(true));
    given()
        .header(TestCallers.HEADER, "stranger/submitter")
        .get("/api/v1/evaluations/" + evaluation + "/request")
        .then()
        .statusCode(403);
  }

  private static void publish() {
    caller("admin")
        .post("/api/v1/benchmarks/once-more/versions/1.0.0/publish")
        .then()
        .statusCode(200);
  }

  private String finished(String name) throws IOException {
    makeDraft(name, "patientsafetybench", ROW);
    String evaluation = publishAndStart(name);
    PromptIssued prompt = prompts(1).getFirst();
    answer(prompt);
    judge(prompt, "1");
    awaitState(evaluation, "complete");
    return evaluation;
  }

  private void update(String evaluation, String change) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("update evaluation set " + change + " where id = '" + evaluation + "'");
    }
  }

  private static ValidatableResponse withdraw(String owner, String what, String reason) {
    return given()
        .header(TestCallers.HEADER, owner + "/submitter")
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post("/api/v1/" + what + "/withdraw")
        .then();
  }

  private static ValidatableResponse board(String benchmark) {
    return given().get("/api/v1/leaderboard?benchmark=" + benchmark).then().statusCode(200);
  }
}
