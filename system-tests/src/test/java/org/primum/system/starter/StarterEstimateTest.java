package org.primum.system.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.localstack.starter.GatewayApi;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/**
 * What is said before an evaluation of the starter benchmark, and what it took in the end. The
 * simulated endpoint counts tokens in its own way, which the gateway does not know.
 */
@ExtendWith(RunningStack.class)
class StarterEstimateTest {

  private static final double A_FIFTH = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String STARTER = "primum-starter";
  private static final List<String> MODELS =
      List.of("simulated-careful", "simulated-over-refusing", "simulated-compliant");
  private static final List<String> SUITES =
      List.of("patient-safety", "clinician-ethics", "jailbreak", "over-refusal", "groundedness");

  /** Their first evaluations were part of the start. */
  @Test
  void modelsThatWereEvaluatedBefore(Stacks stacks) {
    GatewayApi submitter = stacks.embedded().signIn("submitter");
    Map<String, JsonNode> requested = new LinkedHashMap<>();
    Map<String, String> evaluations = new LinkedHashMap<>();

    for (String name : MODELS) {
      String model = modelId(submitter, name);
      requested.put(name, estimate(submitter, model, STARTER));
    }
    for (String name : MODELS) {
      evaluations.put(name, start(submitter, modelId(submitter, name), STARTER));
    }

    evaluations.forEach(
        (name, evaluation) ->
            assertWithinAFifth(name, requested.get(name), costOf(submitter, evaluation)));
  }

  @Test
  void aModelOfWhichOnlyOthersWereEvaluated(Stacks stacks) {
    Stack stack = stacks.embedded();
    GatewayApi submitter = stack.signIn("submitter");
    String model = submit(stack, submitter, "estimate-newcomer", "simulated-compliant", true);

    JsonNode estimate = estimate(submitter, model, STARTER);
    String evaluation = start(submitter, model, STARTER);

    assertThat(estimate.at("/suites/0/answersFrom").asText()).isEqualTo("other-models");
    assertWithinAFifth("other models seen", estimate, costOf(submitter, evaluation));
  }

  /** Lengths are those that the local stack configures; a model that is not simulated is apart. */
  @Test
  void aModelWithoutAnyHistory(Stacks stacks) throws IOException {
    Stack stack = stacks.embedded();
    GatewayApi submitter = stack.signIn("submitter");
    String benchmark = benchmarkWithAJudgeNobodyAsked(stack);
    String model = submit(stack, submitter, "estimate-first", "simulated-careful", false);

    JsonNode estimate = estimate(submitter, model, benchmark);
    String evaluation = start(submitter, model, benchmark);

    assertThat(estimate.at("/suites/0/answersFrom").asText()).isEqualTo("configured");
    assertThat(estimate.at("/suites/0/repliesFrom").asText()).isEqualTo("configured");
    assertThat(estimate.path("secondsHigh").isMissingNode()).isTrue();
    assertWithinAFifth("nothing seen", estimate, costOf(submitter, evaluation));
  }

  private static void assertWithinAFifth(String what, JsonNode estimate, JsonNode cost) {
    System.out.printf(
        "ESTIMATE %s: cost %s of %s, model %s of %s, judges %s of %s%n",
        what,
        estimate.path("cost"),
        cost.path("spent"),
        estimate.path("model"),
        cost.path("model"),
        estimate.path("judges"),
        cost.path("judges"));
    assertThat(cost.path("complete").asBoolean()).isTrue();
    assertThat(cost.path("spent").asDouble()).isPositive();
    assertNear(what + " cost", estimate.path("cost"), cost.path("spent"));
    assertNear(
        what + " calls to the model", estimate.at("/model/requests"), cost.at("/model/requests"));
    assertNear(
        what + " calls to the judges",
        estimate.at("/judges/requests"),
        cost.at("/judges/requests"));
    assertNear(what + " tokens in all", tokens(estimate), tokens(cost));
  }

  private static void assertNear(String what, JsonNode estimated, JsonNode actual) {
    assertNear(what, estimated.asDouble(), actual.asDouble());
  }

  private static void assertNear(String what, double estimated, double actual) {
    assertThat(100 * estimated / actual).as(what).isCloseTo(100, within(A_FIFTH));
  }

  private static double tokens(JsonNode of) {
    return of.at("/model/promptTokens").asDouble()
        + of.at("/model/completionTokens").asDouble()
        + of.at("/judges/promptTokens").asDouble()
        + of.at("/judges/completionTokens").asDouble();
  }

  private static JsonNode estimate(GatewayApi submitter, String model, String benchmark) {
    return submitter.post(
        "/api/v1/evaluations/estimate", Map.of("modelId", model, "benchmark", benchmark));
  }

  private static String start(GatewayApi submitter, String model, String benchmark) {
    return submitter
        .post("/api/v1/evaluations", Map.of("modelId", model, "benchmark", benchmark))
        .path("id")
        .asText();
  }

  private static JsonNode costOf(GatewayApi submitter, String evaluation) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> submitter.get("/api/v1/evaluations/" + evaluation),
            found -> found.path("state").asText().equals("complete"))
        .path("cost");
  }

  private static String modelId(GatewayApi submitter, String name) {
    return StreamSupport.stream(submitter.get("/api/v1/models").spliterator(), false)
        .filter(model -> model.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private static String submit(
      Stack stack, GatewayApi submitter, String name, String modelName, boolean simulated) {
    Map<String, Object> submission = new HashMap<>(endpoint(stack, modelName));
    submission.put("name", name);
    submission.put("organization", "Tests");
    submission.put("simulated", simulated);
    return submitter.post("/api/v1/models", submission).path("id").asText();
  }

  private static Map<String, Object> endpoint(Stack stack, String modelName) {
    return Map.of(
        "provider",
        "openai",
        "baseUrl",
        stack.url(Part.SIMULATED) + "/v1",
        "modelName",
        modelName,
        "maxConcurrency",
        16);
  }

  private static String benchmarkWithAJudgeNobodyAsked(Stack stack) throws IOException {
    GatewayApi administrator = stack.signIn("admin");
    String benchmark = "estimate-starter";
    administrator.put("/api/v1/judges/estimate-judge", endpoint(stack, "simulated-judge"));
    for (String suite : SUITES) {
      try (InputStream rows =
          Stack.class.getResourceAsStream("/starter-benchmark/%s.jsonl".formatted(suite))) {
        administrator.upload(
            "/api/v1/benchmarks/%s/versions".formatted(benchmark),
            Map.of(
                "version", "1.0.0", "suite", suite, "format", "primum", "judges", "estimate-judge"),
            suite + ".jsonl",
            rows.readAllBytes());
      }
    }
    administrator.post(
        "/api/v1/benchmarks/%s/versions/1.0.0/publish".formatted(benchmark), Map.of());
    return benchmark;
  }
}
