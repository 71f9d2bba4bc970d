package org.primum.leaderboard.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.admin.Forms;
import org.primum.localstack.testing.TestInfrastructure;

/** What an evaluation will take, starting it, and its cost limit. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "somebody", roles = "submitter")
class EvaluatePagesTest {

  private static final UUID MODEL = UUID.randomUUID();
  private static final UUID EVALUATION = UUID.randomUUID();
  private static final String FORM = "/mine/" + MODEL + "/evaluate";

  @BeforeEach
  void theGatewayKnowsTheModel() {
    FakeGateway.answers(
        "GET /api/v1/models/" + MODEL,
        200,
        """
        {"id": "%s", "name": "My model", "organization": "o", "provider": "openai",
         "baseUrl": "http://localhost:1/v1", "modelName": "m", "maxConcurrency": 4}
        """
            .formatted(MODEL));
    estimate(true);
  }

  @Test
  void theEstimateIsShownBeforeAnythingStarts() {
    String page = Forms.page(FORM + "?version=starter/1.2.0");

    assertThat(page)
        .contains("On starter 1.2.0", "1,250", "12.35 EUR", "3 to 5 minutes", "24 Nov 2026")
        .contains("400,000", "judge-a", "as long as those of earlier evaluations")
        .contains("Cost limit in EUR", "name=\"reuse\"", "<option value=\"120\" selected>")
        .doesNotContain("name=\"reuse\" value=\"yes\" aria-describedby=\"reuse-hint\" checked");
    assertThat(FakeGateway.received("POST /api/v1/evaluations/estimate"))
        .contains("\"benchmark\":\"starter\"", "\"version\":\"1.2.0\"");
  }

  @Test
  void whatIsNotKnownIsSaid() {
    estimate(false);

    assertThat(Forms.page(FORM))
        .contains("On the newest published version", "at least 2.00 EUR", "not known", "no price")
        .contains("No price is known for the judge")
        .contains("No answers like these were seen", "A cost limit needs a price")
        .doesNotContain("name=\"costLimit\"");
  }

  @Test
  void beforeTheFirstEvaluationTheTestTellsAboutHowLongAskingTakes() {
    estimate(false);
    FakeGateway.answers(
        "GET /api/v1/models/" + MODEL,
        200,
        """
        {"id": "%s", "name": "My model", "organization": "o", "provider": "openai",
         "baseUrl": "http://localhost:1/v1", "modelName": "m", "maxConcurrency": 4,
         "lastTest": {"testedAt": "2026-11-24T10:00:00Z", "question": "q", "answer": "a",
           "latencyMillis": 840}}
        """
            .formatted(MODEL));

    assertThat(Forms.page(FORM)).contains("0.84 s, and 4 were asked at once", "about 4 minutes");
  }

  @Test
  void whatWasChosenIsSent() {
    FakeGateway.answers("POST /api/v1/evaluations", 202, "{\"id\": \"%s\"}".formatted(EVALUATION));

    Response redirect =
        Forms.send(
            FORM,
            FORM,
            Map.of(
                "version", "starter/1.2.0",
                "costLimit", " 2.50 ",
                "patience", "1440",
                "reuse", "yes"));

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(redirect.header("Location")).endsWith("/evaluations/" + EVALUATION);
    assertThat(FakeGateway.received("POST /api/v1/evaluations"))
        .contains("\"costLimit\":2.50", "\"patienceMinutes\":1440", "\"reuseAnswers\":true")
        .contains("\"benchmark\":\"starter\"");
  }

  @Test
  void whatIsNoMoneyIsSaidAtItsFieldAndNothingIsLost() {
    Response page =
        Forms.send(
            FORM, FORM, Map.of("version", "starter/1.2.0", "costLimit", "2,50", "patience", "15"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("Cost limit must be a sum of money", "value=\"2,50\"", "12.35 EUR")
        .contains("<option value=\"15\" selected>", "value=\"starter/1.2.0\"");
  }

  @Test
  void aRefusalIsShownWithTheForm() {
    FakeGateway.answers(
        "POST /api/v1/evaluations", 409, "{\"detail\": \"A cost limit cannot be kept.\"}");

    Response page = Forms.send(FORM, FORM, Map.of("costLimit", "1", "patience", "120"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString()).contains("A cost limit cannot be kept.", "12.35 EUR");
  }

  @Test
  void withoutAVersionThereIsNothingToStart() {
    FakeGateway.answers(
        "POST /api/v1/evaluations/estimate",
        409,
        "{\"detail\": \"There is no published benchmark version to evaluate on yet.\"}");

    Response page = io.restassured.RestAssured.given().get(FORM);

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString())
        .contains("There is no published benchmark version", "Back to My model")
        .doesNotContain("Start evaluation");
  }

  @Test
  void theLimitIsRaised() {
    evaluation("budget");
    String form = "/evaluations/" + EVALUATION + "/limit";
    FakeGateway.answers(
        "POST /api/v1/evaluations/" + EVALUATION + "/limit",
        409,
        "{\"detail\": \"0.6 EUR are spent already; the limit cannot be less.\"}");

    String page = Forms.page(form);
    Response refused = Forms.send(form, form, Map.of("costLimit", "0.5"));

    assertThat(page)
        .contains("waits for its cost limit", "0.6000 EUR of at most 0.7000 EUR", "End now")
        .contains("3 calls, 1,000 tokens sent", "value=\"0.7\"");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("0.6 EUR are spent already", "value=\"0.5\"");
  }

  @Test
  void whatDoesNotWaitIsNotEnded() {
    evaluation("endpoint");

    assertThat(Forms.page("/evaluations/" + EVALUATION + "/limit"))
        .contains("Set the limit")
        .doesNotContain("End now");
  }

  @Test
  void theCostOfAnotherOwnersEvaluationIsNotThere() {
    FakeGateway.answers(
        "GET /api/v1/evaluations/" + EVALUATION, 200, body("\"progress\": null, \"cost\": null"));

    Response page = io.restassured.RestAssured.given().get("/evaluations/" + EVALUATION + "/limit");

    assertThat(page.statusCode()).isEqualTo(404);
  }

  private static void evaluation(String waitsFor) {
    FakeGateway.answers(
        "GET /api/v1/evaluations/" + EVALUATION,
        200,
        body(
            """
            "progress": {"waitsFor": "%s", "reason": "It waits.",
              "waitingSince": "2026-11-24T10:00:00Z"},
            "cost": {"model": {"requests": 3, "promptTokens": 1000, "completionTokens": 500},
              "judges": {"requests": 3, "promptTokens": 2000, "completionTokens": 300},
              "currency": "EUR", "spent": 0.600000, "complete": true, "pricesOf": "2026-11-24",
              "limit": 0.7}
            """
                .formatted(waitsFor)));
  }

  private static String body(String more) {
    return """
        {"id": "%s", "revision": 3, "state": "running", "benchmark": "starter",
         "version": "1.2.0", "group": "g", "asked": 10, "answered": 3, "scored": 3, "failed": 0,
         "createdAt": "2026-11-24T10:00:00Z",
         "model": {"id": "%s", "name": "My model", "organization": "o", "provider": "openai",
           "modelName": "m", "simulated": false},
         %s}
        """
        .formatted(EVALUATION, MODEL, more);
  }

  private static void estimate(boolean known) {
    FakeGateway.answers(
        "POST /api/v1/evaluations/estimate",
        200,
        """
        {"items": 1250,
         "model": {"requests": 1250, "promptTokens": 50000, "completionTokens": 100000},
         "judges": {"requests": 1250, "promptTokens": 400000, "completionTokens": 60000},
         "endpoints": [
           {"name": "My model", "judge": false, "cost": 2,
            "usage": {"requests": 1250, "promptTokens": 50000, "completionTokens": 100000}},
           {"name": "judge-a", "judge": true, "cost": %s,
            "usage": {"requests": 1250, "promptTokens": 400000, "completionTokens": 60000}}],
         "suites": [{"suite": "jailbreak", "items": 1250, "looked": 300, "answerTokens": 80,
           "answersFrom": "%s", "repliesFrom": "earlier"}],
         "currency": "EUR", "cost": %s, "complete": %s, "unpriced": [%s],
         "pricesOf": "2026-11-24", "secondsLow": %s, "secondsHigh": %s}
        """
            .formatted(
                known ? "10.345" : "null",
                known ? "earlier" : "configured",
                known ? "12.345" : "2",
                known,
                known ? "" : "\"the judge \\\"judge-a\\\" with the model \\\"a\\\"\"",
                known ? "150" : "null",
                known ? "310" : "null"));
  }
}
