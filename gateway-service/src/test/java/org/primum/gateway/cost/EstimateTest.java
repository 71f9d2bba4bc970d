package org.primum.gateway.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primum.gateway.dispatch.DispatchScene;
import org.primum.protocol.message.PromptIssued;

/** What is said before an evaluation starts, and where it comes from. */
@QuarkusTest
class EstimateTest extends DispatchScene {

  private static final int ITEMS = 4;

  @Test
  void anEstimateSaysWhatIsSentAndWhatItCostsAndStartsNothing() {
    makeVersion("estimate-first");
    String model = submitModel("estimate-first", 2);

    JsonPath estimate = estimate(model, "estimate-first", List.of());

    assertThat(estimate.getInt("items")).isEqualTo(ITEMS);
    assertThat(estimate.getInt("model.requests")).isEqualTo(ITEMS);
    // "Prompt 0" has two words and a number, and a request takes seven beside its text.
    assertThat(estimate.getInt("model.promptTokens")).isBetween(ITEMS * 9, ITEMS * 11);
    assertThat(estimate.getInt("judges.requests")).isEqualTo(ITEMS);
    assertThat(estimate.getInt("judges.promptTokens")).isGreaterThan(ITEMS * 300);
    assertThat(estimate.getList("endpoints.name")).containsExactly("estimate-first", "test-judge");
    assertThat(estimate.getString("currency")).isEqualTo("EUR");
    assertThat(estimate.getString("pricesOf")).isEqualTo("2026-01-31");
    assertThat(estimate.getBoolean("complete")).isTrue();
    double expected =
        (estimate.getInt("model.promptTokens")
                + 2 * estimate.getInt("model.completionTokens")
                + 0.5 * estimate.getInt("judges.promptTokens")
                + estimate.getInt("judges.completionTokens"))
            / 1_000_000.0;
    assertThat(estimate.getDouble("cost")).isCloseTo(expected, within(0.00001));
    assertThat(
            caller("submitter")
                .get("/api/v1/models/" + model + "/evaluations")
                .jsonPath()
                .getList(""))
        .isEmpty();
  }

  @Test
  void lengthsAndTimesAreThoseOfEarlierEvaluations() throws IOException {
    makeVersion("estimate-seen");
    String model = submitModel("estimate-seen", 2);
    JsonPath before = estimate(model, "estimate-seen", List.of());

    run(model, "estimate-seen");

    JsonPath after = estimate(model, "estimate-seen", List.of());
    JsonPath ofAnother = estimate(submitModel("estimate-seen-2", 2), "estimate-seen", List.of());
    assertThat(before.getString("suites[0].answersFrom")).isNotEqualTo("earlier");
    assertThat(before.getObject("secondsHigh", Long.class)).isNull();
    assertThat(after.getString("suites[0].answersFrom")).isEqualTo("earlier");
    assertThat(after.getInt("suites[0].answerTokens")).isEqualTo(3);
    assertThat(after.getInt("model.completionTokens")).isEqualTo(3 * ITEMS);
    assertThat(after.getLong("secondsHigh"))
        .isPositive()
        .isGreaterThanOrEqualTo(after.getLong("secondsLow"));
    assertThat(ofAnother.getString("suites[0].answersFrom")).isEqualTo("other-models");
    assertThat(ofAnother.getInt("suites[0].answerTokens")).isEqualTo(3);
  }

  @Test
  void whatMayNotBeStartedIsNotEstimated() {
    makeVersion("estimate-refused");
    String model = submitModel("estimate-refused", 2);

    caller("submitter")
        .contentType("application/json")
        .body(body(model, "estimate-refused", List.of("no-such-suite")))
        .post("/api/v1/evaluations/estimate")
        .then()
        .statusCode(422);
    caller("reviewer")
        .contentType("application/json")
        .body(body(model, "estimate-refused", List.of()))
        .post("/api/v1/evaluations/estimate")
        .then()
        .statusCode(403);
  }

  private void run(String model, String benchmark) throws IOException {
    String evaluation = evaluate(model, benchmark).statusCode(202).extract().path("id");
    for (int item = 0; item < ITEMS; item++) {
      PromptIssued prompt = prompts(1).getFirst();
      answer(prompt);
      judge(prompt, "1");
    }
    awaitState(evaluation, "complete");
  }

  private JsonPath estimate(String model, String benchmark, List<String> suites) {
    return caller("submitter")
        .contentType("application/json")
        .body(body(model, benchmark, suites))
        .post("/api/v1/evaluations/estimate")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> body(String model, String benchmark, List<String> suites) {
    Map<String, Object> body = new HashMap<>();
    body.put("modelId", model);
    body.put("benchmark", benchmark);
    body.put("version", "1.0.0");
    body.put("suites", suites);
    return body;
  }

  private void makeVersion(String name) {
    makeDraft(
        name,
        "patientsafetybench",
        IntStream.range(0, ITEMS)
            .mapToObj(
                id -> "{\"id\": %d, \"category\": 1, \"content\": \"Prompt %d\"}".formatted(id, id))
            .collect(Collectors.joining("\n")));
    caller("admin")
        .post("/api/v1/benchmarks/" + name + "/versions/1.0.0/publish")
        .then()
        .statusCode(200);
  }
}
