package org.primum.gateway.cost;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primum.gateway.dispatch.DispatchScene;
import org.primum.protocol.Answer;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;

/** Costs and limits of evaluations; the prices are those of the test's configuration. */
@QuarkusTest
class CostTest extends DispatchScene {

  private static final int AT_ONCE = 2;

  @Inject Budgets budgets;

  @Test
  void tokensAndMoneyAreShownToTheOwnerAlone() throws SQLException {
    String evaluation = startOn("cost-shown", 3, null);
    spend(evaluation, modelOf(evaluation), false, 2, 1_000_000, 500_000);
    spend(evaluation, judgeEndpoint(), true, 3, 2_000_000, 100_000);

    JsonPath shown = caller("submitter").get("/api/v1/evaluations/" + evaluation).jsonPath();
    JsonPath toOthers = given().get("/api/v1/evaluations/" + evaluation).jsonPath();

    assertThat(shown.getInt("cost.model.promptTokens")).isEqualTo(1_000_000);
    assertThat(shown.getInt("cost.judges.requests")).isEqualTo(3);
    // 1 + 0.5 x 2 at the model, 2 x 0.5 + 0.1 x 1 at the judge.
    assertThat(shown.getDouble("cost.spent")).isEqualTo(3.1);
    assertThat(shown.getString("cost.currency")).isEqualTo("EUR");
    assertThat(shown.getString("cost.pricesOf")).isEqualTo("2026-01-31");
    assertThat(shown.getBoolean("cost.complete")).isTrue();
    assertThat(toOthers.getMap("cost")).isNull();
    end(evaluation);
  }

  @Test
  void whatHasNoPriceIsSaidToBeMissing() throws SQLException {
    makeVersion("cost-unpriced", 3);
    String model = submitNamed("cost-unpriced", "nobody-wrote-my-price-down");
    String evaluation = startOf(model, "cost-unpriced", null).statusCode(202).extract().path("id");
    spend(evaluation, model, false, 2, 1_000_000, 500_000);
    spend(evaluation, judgeEndpoint(), true, 3, 2_000_000, 0);

    JsonPath shown = caller("submitter").get("/api/v1/evaluations/" + evaluation).jsonPath();

    assertThat(shown.getBoolean("cost.complete")).isFalse();
    assertThat(shown.getDouble("cost.spent")).isEqualTo(1.0);
    end(evaluation);
  }

  @Test
  void aLimitIsRefusedWhereAPriceIsMissing() {
    makeVersion("cost-refused", 3);
    String model = submitNamed("cost-refused", "nobody-wrote-my-price-down");

    startOf(model, "cost-refused", "1")
        .statusCode(409)
        .body(
            "detail",
            allOf(containsString("the model \"cost-refused\""), not(containsString("judge"))));

    assertThat(
            caller("submitter")
                .get("/api/v1/models/" + model + "/evaluations")
                .jsonPath()
                .getList(""))
        .isEmpty();
  }

  @Test
  void withoutALimitAnythingIsAffordable() {
    String evaluation = startOn("cost-unlimited", 3, null);

    assertThat(affordable(evaluation, 0)).isEqualTo(Long.MAX_VALUE);
    end(evaluation);
  }

  @Test
  void aLimitBoundsWhatIsStarted() throws SQLException {
    String evaluation = startOn("cost-limited", 4, "1");
    long first = affordable(evaluation, 0);

    assertThat(first).isBetween(2L, 10_000L);
    assertThat(affordable(evaluation, first - 1)).isEqualTo(1);
    assertThat(affordable(evaluation, first)).isZero();

    spend(evaluation, modelOf(evaluation), false, 2, 500_000, 0);
    assertThat(affordable(evaluation, 0)).isPositive().isLessThanOrEqualTo(first / 2 + 1);

    spend(evaluation, judgeEndpoint(), true, 2, 1_000_000, 0);
    assertThat(affordable(evaluation, 0)).isZero();
    end(evaluation);
  }

  @Test
  void aLimitIsRaisedByTheOwnerAndNeverBelowWhatIsSpent() throws SQLException {
    String evaluation = startOn("cost-raised", 4, "0.5");
    spend(evaluation, modelOf(evaluation), false, 2, 600_000, 0);
    assertThat(affordable(evaluation, 0)).isZero();

    raise("submitter", evaluation, "0.59").statusCode(409).body("detail", containsString("0.6"));
    raise("submitter", evaluation, "-1").statusCode(400);
    given()
        .header("X-Test-Caller", "somebody-else/submitter")
        .contentType("application/json")
        .body(Map.of("costLimit", "2"))
        .post("/api/v1/evaluations/" + evaluation + "/limit")
        .then()
        .statusCode(403);
    raise("submitter", evaluation, "2").statusCode(200).body("cost.limit", equalTo(2));

    assertThat(affordable(evaluation, 0)).isPositive();
    assertThat(audited("limit-evaluation", evaluation + " to 2")).isEqualTo(1);
    end(evaluation);
    raise("submitter", evaluation, "3").statusCode(409);
  }

  @Test
  void aLimitMayBeSetLater() {
    String evaluation = startOn("cost-set-later", 4, null);

    raise("admin", evaluation, "0.000001").statusCode(200);

    assertThat(affordable(evaluation, 0)).isZero();
    end(evaluation);
  }

  @Test
  void anEvaluationThatWaitsForMoneyEndsWithWhatIsThere() throws IOException {
    String evaluation = startOn("cost-concluded", 5, null);
    List<PromptIssued> asked = prompts(AT_ONCE);
    String conclude = "/api/v1/evaluations/" + evaluation + "/conclude";
    caller("submitter").post(conclude).then().statusCode(409);
    given()
        .header("X-Test-Caller", "somebody-else/submitter")
        .post(conclude)
        .then()
        .statusCode(403);

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              change(
                  "update evaluation set waits_for = 'budget' where id = ?",
                  UUID.fromString(evaluation));
              return caller("submitter").post(conclude).statusCode() == 200;
            });
    for (PromptIssued prompt : asked) {
      answer(prompt);
      judge(prompt, "1");
    }

    JsonPath complete = awaitState(evaluation, "complete");
    assertThat(complete.getInt("scored")).isEqualTo(AT_ONCE);
    assertThat(complete.getMap("failures")).isEqualTo(Map.of("budget-spent", 3));
    caller("submitter").post(conclude).then().statusCode(409);
  }

  /** Each item costs 0.003, three times what was expected. */
  @Test
  void theLimitStopsWhatIsHandedOutUntilItIsRaised() throws IOException {
    String evaluation = startOn("cost-stopped", 30, "0.03");

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              runnerAndJudge
                  .take("runner.prompts", PromptIssued.class)
                  .ifPresent(this::answerAndJudge);
              return "budget".equals(shown(evaluation).getString("progress.waitsFor"));
            });
    JsonPath stopped = shown(evaluation);
    assertThat(stopped.getDouble("cost.spent")).isBetween(0.015, 0.03 + AT_ONCE * 0.003);
    assertThat(stopped.getInt("answered")).isBetween(5, 12);
    assertThat(runnerAndJudge.take("runner.prompts", PromptIssued.class)).isEmpty();

    raise("submitter", evaluation, "0.09").statusCode(200);

    prompts(1);
    end(evaluation);
  }

  private void answerAndJudge(PromptIssued prompt) {
    try {
      runnerAndJudge.publish(
          AnswerRecorded.KEY,
          new AnswerRecorded(
              prompt.taskId(),
              new Answer("An answer.", "stop", 1_000, 500, 12, 1, "model", Instant.EPOCH),
              null,
              prompt.attempt(),
              null,
              report(prompt.endpoint().id(), 1_000, 500),
              null));
      Integer attempt = judging(prompt).attempt();
      runnerAndJudge.publish(
          VerdictReached.KEY,
          new VerdictReached(
              prompt.taskId(),
              new Verdict("1", 1, "because"),
              null,
              List.of(),
              null,
              attempt,
              null,
              List.of(report(UUID.fromString(judgeEndpoint()), 2_000, 0))));
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static EndpointReport report(UUID endpoint, int promptTokens, int completionTokens) {
    return new EndpointReport(
        endpoint, 1, 1, promptTokens, completionTokens, null, null, null, null);
  }

  private static JsonPath shown(String evaluation) {
    return caller("submitter").get("/api/v1/evaluations/" + evaluation).jsonPath();
  }

  private void makeVersion(String name, int items) {
    makeDraft(
        name,
        "patientsafetybench",
        IntStream.range(0, items)
            .mapToObj(
                id -> "{\"id\": %d, \"category\": 1, \"content\": \"Prompt %d\"}".formatted(id, id))
            .collect(Collectors.joining("\n")));
    caller("admin")
        .post("/api/v1/benchmarks/" + name + "/versions/1.0.0/publish")
        .then()
        .statusCode(200);
  }

  private String startOn(String name, int items, String limit) {
    makeVersion(name, items);
    return startOf(submitModel(name, AT_ONCE), name, limit).statusCode(202).extract().path("id");
  }

  private ValidatableResponse startOf(String model, String benchmark, String limit) {
    Map<String, Object> body = new HashMap<>();
    body.put("modelId", model);
    body.put("benchmark", benchmark);
    body.put("version", "1.0.0");
    if (limit != null) {
      body.put("costLimit", limit);
    }
    return caller("submitter")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/evaluations")
        .then();
  }

  private String submitNamed(String name, String modelName) {
    String address = modelAddress();
    return caller("submitter")
        .contentType("application/json")
        .body(
            Map.of(
                "name",
                name,
                "organization",
                "Tests",
                "provider",
                "openai",
                "baseUrl",
                address,
                "modelName",
                modelName,
                "maxConcurrency",
                AT_ONCE))
        .post("/api/v1/models")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Of the endpoint that answers in these tests. */
  private static String modelAddress() {
    return caller("admin").get("/api/v1/judges").path("find { it.name == 'test-judge' }.baseUrl");
  }

  private static void end(String evaluation) {
    caller("submitter")
        .post("/api/v1/evaluations/" + evaluation + "/cancel")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse raise(String role, String evaluation, String limit) {
    return caller(role)
        .contentType("application/json")
        .body(Map.of("costLimit", limit))
        .post("/api/v1/evaluations/" + evaluation + "/limit")
        .then();
  }

  private static String modelOf(String evaluation) {
    return given().get("/api/v1/evaluations/" + evaluation).path("model.id");
  }

  private long affordable(String evaluation, long inFlight) {
    return QuarkusTransaction.requiringNew()
        .call(() -> budgets.affordable(UUID.fromString(evaluation), inFlight));
  }

  /** Of the judge as it was when the newest version was published. */
  private String judgeEndpoint() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select endpoint_id from judge where name = 'test-judge'")) {
      var row = query.executeQuery();
      row.next();
      return row.getString(1);
    }
  }

  /** As the consumers of outcomes do. */
  private void spend(
      String evaluation, String endpoint, boolean judge, int requests, int prompt, int completion)
      throws SQLException {
    change(
        """
        insert into spending (evaluation_id, endpoint_id, judge, requests, prompt_tokens,
          completion_tokens)
        values (?, ?, ?, ?, ?, ?)
        """,
        UUID.fromString(evaluation),
        UUID.fromString(endpoint),
        judge,
        requests,
        prompt,
        completion);
  }

  private int audited(String action, String subject) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select count(*) from audit_log where action = ? and subject = ?")) {
      query.setString(1, action);
      query.setString(2, subject);
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  private void change(String statement, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement change = connection.prepareStatement(statement)) {
      for (int index = 0; index < values.length; index++) {
        change.setObject(index + 1, values[index]);
      }
      change.executeUpdate();
    }
  }
}
