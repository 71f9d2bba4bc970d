package org.primum.leaderboard.submission;

import static io.restassured.RestAssured.given;
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

/** Submitting a model in steps. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "somebody", roles = "submitter")
class SubmissionPagesTest {

  private static final String KEY = "sk-never-shown-4711";
  private static final String TESTED =
      """
      {"testedAt": "2026-11-24T10:00:00Z", "question": "What should I do?",
       "answer": "<script>alert(1)</script> Wait.", "shortened": true, "latencyMillis": 842,
       "promptTokens": 31, "completionTokens": 12, "finishReason": "length",
       "reportedModel": "m-2026"}
      """;

  private UUID draft;
  private String api;
  private String pages;

  @BeforeEach
  void aDraft() {
    draft = UUID.randomUUID();
    api = "/api/v1/models/drafts/" + draft;
    pages = "/submit/" + draft;
    draftIs("", false, "null");
  }

  @Test
  void theFirstStepBeginsADraft() {
    FakeGateway.answers("POST /api/v1/models/drafts", 201, model("draft", "", false, "null"));

    Response redirect =
        Forms.send(
            "/submit",
            "/submit",
            Map.of(
                "name", "My model",
                "organization", "A clinic",
                "description", "For <b>triage</b>",
                "openWeights", "yes",
                "billionParameters", "7,5B",
                "medicalTuning", "no",
                "family", " llama "));

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(redirect.header("Location")).endsWith(pages + "/endpoint");
    assertThat(FakeGateway.received("POST /api/v1/models/drafts"))
        .contains("\"openWeights\":true", "\"billionParameters\":7.5", "\"medicalTuning\":false")
        .contains("\"family\":\"llama\"", "\"baseUrl\":null", "\"apiKey\":null");
  }

  @Test
  void whatIsNoSizeIsSaidAtItsField() {
    Response page =
        Forms.send(
            "/submit", "/submit", Map.of("name", "My <model>", "billionParameters", "large"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("must be a number such as 7", "My &lt;model&gt;");
  }

  @Test
  void aRefusedFirstStepKeepsWhatWasEntered() {
    FakeGateway.answers(
        "POST /api/v1/models/drafts",
        409,
        "{\"detail\": \"You have a model named \\\"My model\\\" already.\"}");

    Response page =
        Forms.send("/submit", "/submit", Map.of("name", "My model", "openWeights", "no"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString())
        .contains("You have a model named", "value=\"My model\"")
        .contains("<option value=\"no\" selected>No</option>");
  }

  @Test
  void theSecondStepSaysWhereAndKeepsTheFirst() {
    FakeGateway.answers("PUT " + api, 200, model("draft", "http://gpu:8000/v1", true, "null"));

    String form = Forms.page(pages + "/endpoint");
    Response redirect =
        Forms.send(pages + "/endpoint", pages + "/endpoint", endpoint("http://gpu:8000/v1", KEY));

    assertThat(form)
        .contains("Anthropic", "Azure OpenAI", "http://host:11434", "data-address=")
        .contains("value=\"https://api.openai.com/v1\"");
    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(redirect.header("Location")).endsWith(pages + "/test");
    assertThat(FakeGateway.received("PUT " + api))
        .contains("\"provider\":\"openai\"", "\"baseUrl\":\"http://gpu:8000/v1\"", KEY)
        .contains("\"name\":\"My model\"", "\"openWeights\":true", "\"maxConcurrency\":4");
  }

  @Test
  void aLikelyMistakeIsShownWithItsCorrectionAndTheKeyIsSealed() {
    FakeGateway.answers("PUT " + api, 200, model("draft", "http://gpu:8000/v1", true, "null"));

    Response page =
        Forms.send(
            pages + "/endpoint",
            pages + "/endpoint",
            endpoint("http://gpu:8000/v1/chat/completions", KEY));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("ends with a single call", "Use <code>http://gpu:8000/v1</code>")
        .contains("value=\"http://gpu:8000/v1/chat/completions\"", "A key is kept, sealed")
        .doesNotContain(KEY, "Enter it again");
    assertThat(FakeGateway.received("PUT " + api))
        .contains("\"baseUrl\":\"http://gpu:8000/v1\"", KEY);
  }

  @Test
  void oneClickCorrectsAndGoesOn() {
    FakeGateway.answers("PUT " + api, 200, model("draft", "http://gpu:8000/v1", false, "null"));
    Map<String, Object> entered =
        new java.util.HashMap<>(endpoint("http://gpu:8000/v1/chat/completions", ""));
    entered.put("correct", "baseUrl");

    Response redirect = Forms.send(pages + "/endpoint", pages + "/endpoint", entered);

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(FakeGateway.received("PUT " + api)).contains("\"baseUrl\":\"http://gpu:8000/v1\"");
  }

  @Test
  void aKeyInTheAddressIsInNoPage() {
    Response page =
        Forms.send(
            pages + "/endpoint",
            pages + "/endpoint",
            endpoint("https://" + KEY + "@models.example.org/v1?key=" + KEY, ""));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("value=\"https://models.example.org/v1\"", "addresses end up in logs")
        .doesNotContain(KEY);
  }

  @Test
  void aPublicHostWithoutEncryptionNeedsATick() {
    FakeGateway.answers(
        "PUT " + api, 200, model("draft", "http://m.example.org/v1", false, "null"));
    Map<String, Object> entered = new java.util.HashMap<>(endpoint("http://m.example.org/v1", ""));

    Response asked = Forms.send(pages + "/endpoint", pages + "/endpoint", entered);
    entered.put("sure", "Send it unencrypted all the same");
    Response taken = Forms.send(pages + "/endpoint", pages + "/endpoint", entered);

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.asString())
        .contains("can be read on the way", "Send it unencrypted all the same")
        .contains("Use <code>https://m.example.org/v1</code>");
    assertThat(taken.statusCode()).isEqualTo(303);
  }

  @Test
  void aRefusedAddressIsSaidAtItsFieldAndTheKeyIsAskedForAgain() {
    FakeGateway.answers(
        "PUT " + api,
        422,
        """
        {"detail": "The base URL leads to the machine that Primum runs on.",
         "errors": [{"field": "baseUrl", "message": "leads to the machine that Primum runs on"}]}
        """);

    Response page =
        Forms.send(
            pages + "/endpoint", pages + "/endpoint", endpoint("http://localhost:8000/v1", KEY));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("Base URL leads to the machine", "value=\"http://localhost:8000/v1\"")
        .contains("Enter it again")
        .doesNotContain(KEY);
  }

  @Test
  void theTestShowsTheFirstAnswerAsText() {
    draftIs("http://gpu:8000/v1", true, "null");
    FakeGateway.answers("POST " + api + "/test", 200, "{}");
    String before = Forms.page(pages + "/test?cleaned=true");

    Response redirect = Forms.send(pages + "/test", pages + "/test", Map.of());
    draftIs("http://gpu:8000/v1", true, TESTED);
    String after = Forms.page(pages + "/test");

    assertThat(before)
        .contains("Test the endpoint", "They were left out")
        .doesNotContain("Submit the model");
    assertThat(redirect.header("Location")).endsWith(pages + "/test");
    assertThat(after)
        .contains("The model answered in 0.84 s", "&lt;script&gt;alert(1)&lt;/script&gt; Wait.…")
        .contains("m-2026", "31", "Only the beginning", "Submit the model", "Test again")
        .doesNotContain("<script>alert");
  }

  @Test
  void aTestThatFailsSaysWhy() {
    draftIs("http://gpu:8000/v1", true, "null");
    FakeGateway.answers(
        "POST " + api + "/test", 422, "{\"detail\": \"The endpoint refused the key.\"}");

    Response refused = Forms.send(pages + "/test", pages + "/test", Map.of());
    FakeGateway.answers("POST " + api + "/test", 429, "{\"detail\": \"Wait some minutes.\"}");
    Response tooOften = Forms.send(pages + "/test", pages + "/test", Map.of());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.asString())
        .contains("The endpoint refused the key.", pages + "/endpoint", "Test the endpoint");
    assertThat(tooOften.statusCode()).isEqualTo(429);
    assertThat(tooOften.asString()).contains("Wait some minutes.");
  }

  @Test
  void theModelIsSubmittedAndLeadsToItsEstimate() {
    draftIs("http://gpu:8000/v1", true, TESTED);
    FakeGateway.answers(
        "POST " + api + "/accept", 200, model("accepted", "http://gpu:8000/v1", true, TESTED));

    Response redirect = Forms.send(pages + "/test", pages + "/test/accept", Map.of());
    modelIs("accepted", "http://gpu:8000/v1", true, TESTED);
    FakeGateway.answers(
        "POST /api/v1/evaluations/estimate", 409, "{\"detail\": \"Nothing is published.\"}");
    Response estimate = given().get("/mine/" + draft + "/evaluate?submitted=true");

    assertThat(redirect.header("Location")).endsWith("/mine/" + draft + "/evaluate?submitted=true");
    assertThat(estimate.asString())
        .contains("Estimate and start", "aria-current=\"step\"", "Nothing is published.");
  }

  @Test
  void aFinishedSubmissionIsNoDraft() {
    modelIs("accepted", "http://gpu:8000/v1", true, TESTED);

    for (String page : new String[] {pages, pages + "/endpoint", pages + "/test"}) {
      Response redirect = given().redirects().follow(false).get(page);

      assertThat(redirect.statusCode()).isEqualTo(303);
      assertThat(redirect.header("Location")).endsWith("/mine/" + draft);
    }
  }

  @Test
  void anUnfinishedSubmissionIsFoundAmongMyModels() {
    draftIs("http://gpu:8000/v1", true, "null");
    FakeGateway.answers(
        "GET /api/v1/models", 200, "[" + model("draft", "http://gpu:8000/v1", true, "null") + "]");
    FakeGateway.answers("DELETE " + api, 204, "");

    String page = Forms.page("/mine");
    Response redirect = given().redirects().follow(false).get("/mine/" + draft);
    Response deleted = Forms.send("/mine", pages + "/delete", Map.of());

    assertThat(page)
        .contains("Not finished", "My model", "not tested", "kept until 24 Dec 2026")
        .contains("href=\"" + pages + "/test\"")
        .doesNotContain("You have not submitted a model yet");
    assertThat(redirect.header("Location")).endsWith(pages + "/test");
    assertThat(deleted.header("Location")).endsWith("/mine?deleted=true");
    FakeGateway.answers("GET /api/v1/models", 200, "[]");
    assertThat(Forms.page("/mine?deleted=true"))
        .contains("The draft is deleted", "You have not submitted a model yet");
  }

  private void draftIs(String baseUrl, boolean keyKept, String lastTest) {
    modelIs("draft", baseUrl, keyKept, lastTest);
  }

  private void modelIs(String state, String baseUrl, boolean keyKept, String lastTest) {
    FakeGateway.answers(
        "GET /api/v1/models/" + draft, 200, model(state, baseUrl, keyKept, lastTest));
  }

  private String model(String state, String baseUrl, boolean keyKept, String lastTest) {
    return """
        {"id": "%s", "name": "My model", "organization": "o", "provider": "openai",
         "baseUrl": "%s", "modelName": "%s", "maxConcurrency": 4, "openWeights": true,
         "state": "%s", "keyKept": %s, "lastTest": %s, "createdAt": "2026-11-24T10:00:00Z"}
        """
        .formatted(draft, baseUrl, baseUrl.isEmpty() ? "" : "m", state, keyKept, lastTest);
  }

  private static Map<String, Object> endpoint(String baseUrl, String key) {
    return Map.of(
        "choice", "compatible",
        "baseUrl", baseUrl,
        "modelName", "m",
        "apiKey", key,
        "maxConcurrency", "4");
  }
}
