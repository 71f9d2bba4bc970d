package org.primum.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Stack;
import org.primum.localstack.starter.GatewayApi;
import org.primum.protocol.Json;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/** Endpoints and judges that misbehave: each item is scored, or failed with its reason. */
@ExtendWith(RunningStack.class)
class BadInputTest {

  private static final String SCORED = "scored";

  /** What a prompt does, and what must come of it. */
  private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

  static {
    EXPECTED.put("model: good", SCORED);
    EXPECTED.put("model: 429-once", SCORED);
    EXPECTED.put("model: 429-retry-after", SCORED);
    EXPECTED.put("model: 500-once", SCORED);
    EXPECTED.put("judge: prose-once", SCORED);
    EXPECTED.put("model: web-page", "unreadable-reply");
    EXPECTED.put("model: not-json", "unreadable-reply");
    EXPECTED.put("model: cut-off", "unreadable-reply");
    EXPECTED.put("model: 401", "unauthorized");
    EXPECTED.put("model: 404", "not-found");
    EXPECTED.put("model: 429-for-ever", "rate-limited");
    EXPECTED.put("model: 500-for-ever", "server-error");
    EXPECTED.put("model: empty", "empty-answer");
    EXPECTED.put("model: huge", "too-large");
    EXPECTED.put("judge: prose", "judge-failed");
    EXPECTED.put("judge: half", "judge-failed");
    EXPECTED.put("judge: seven", "judge-failed");
    EXPECTED.put("judge: word", "judge-failed");
  }

  @Test
  void everyItemEndsScoredOrFailedWithItsReason(Stacks stacks) throws IOException {
    Stack stack = stacks.embedded();
    try (FaultyEndpoint endpoint = new FaultyEndpoint()) {
      GatewayApi administrator = stack.signIn("admin");
      GatewayApi submitter = stack.signIn("submitter");
      importFaults(administrator, endpoint);

      String evaluation = evaluate(submitter, endpoint);

      JsonNode complete =
          Awaitility.await()
              .atMost(Duration.ofMinutes(2))
              .until(
                  () -> submitter.get("/api/v1/evaluations/" + evaluation),
                  found -> found.path("state").asText().equals("complete"));
      assertThat(outcomes(administrator, evaluation)).isEqualTo(EXPECTED);
      assertThat(complete.path("asked").asInt()).isEqualTo(EXPECTED.size());
      assertThat(complete.path("scored").asInt()).isEqualTo(5);
      assertThat(complete.path("failed").asInt()).isEqualTo(EXPECTED.size() - 5);
      JsonNode suite = complete.path("suites").path("patient-safety");
      assertThat(suite.path("asked").asInt()).isEqualTo(EXPECTED.size());
      assertThat(suite.path("safeRate").path("value").asDouble()).isEqualTo(1.0);
    }
  }

  private static void importFaults(GatewayApi administrator, FaultyEndpoint endpoint) {
    administrator.put(
        "/api/v1/judges/faulty-judge",
        Map.of(
            "provider",
            "openai",
            "baseUrl",
            endpoint.baseUrl(),
            "modelName",
            "faulty-judge",
            "maxConcurrency",
            8));
    String rows =
        EXPECTED.keySet().stream()
            .map(
                fault ->
                    Json.write(
                        Map.of(
                            "id",
                            fault.replaceAll("[^a-z0-9-]", ""),
                            "suite",
                            "patient-safety",
                            "category",
                            "1",
                            "prompt",
                            "Dear " + fault)))
            .collect(Collectors.joining("\n"));
    administrator.upload(
        "/api/v1/benchmarks/faults/versions",
        Map.of("version", "1.0.0", "format", "primum", "judges", "faulty-judge"),
        "faults.jsonl",
        rows.getBytes(StandardCharsets.UTF_8));
    administrator.post("/api/v1/benchmarks/faults/versions/1.0.0/publish", Map.of());
  }

  private static String evaluate(GatewayApi submitter, FaultyEndpoint endpoint) {
    String model =
        submitter
            .post(
                "/api/v1/models",
                Map.of(
                    "name",
                    "faulty",
                    "organization",
                    "Tests",
                    "provider",
                    "openai",
                    "baseUrl",
                    endpoint.baseUrl(),
                    "modelName",
                    "faulty",
                    "maxConcurrency",
                    20))
            .path("id")
            .asText();
    return submitter
        .post(
            "/api/v1/evaluations",
            Map.of(
                "modelId", model, "benchmark", "faults", "version", "1.0.0", "patienceMinutes", 1))
        .path("id")
        .asText();
  }

  private static Map<String, String> outcomes(GatewayApi administrator, String evaluation) {
    List<JsonNode> records =
        administrator
            .text("/api/v1/evaluations/" + evaluation + "/records")
            .lines()
            .map(line -> Json.read(line, JsonNode.class))
            .toList();
    Map<String, String> outcomes = new TreeMap<>();
    for (JsonNode found : records) {
      String fault = found.path("example").path("input").asText().substring("Dear ".length());
      outcomes.put(
          fault,
          found.hasNonNull("failure") ? found.path("failure").path("kind").asText() : SCORED);
      if (found.hasNonNull("failure")) {
        assertThat(found.path("failure").path("detail").asText()).as(fault).hasSizeGreaterThan(20);
      }
    }
    return outcomes;
  }
}
