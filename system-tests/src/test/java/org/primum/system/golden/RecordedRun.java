package org.primum.system.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.primum.localstack.Stack;
import org.primum.localstack.starter.GatewayApi;
import org.primum.protocol.Json;

/** A public data set run against recorded answers with a recorded judge, through a whole stack. */
final class RecordedRun {

  private static final Duration LONGEST = Duration.ofMinutes(6);

  private final GatewayApi administrator;
  private final GatewayApi submitter;
  private final String evaluationId;

  private RecordedRun(GatewayApi administrator, GatewayApi submitter, String evaluationId) {
    this.administrator = administrator;
    this.submitter = submitter;
    this.evaluationId = evaluationId;
  }

  /**
   * What is run.
   *
   * @param benchmark the name it is imported under
   * @param suite the suite's id
   * @param format the layout of the file
   * @param fileName of the public data set
   * @param content of that file
   * @param items how many items it holds
   * @param judge the recorded judge
   */
  record Recording(
      String benchmark,
      String suite,
      String format,
      String fileName,
      byte[] content,
      int items,
      String judge) {}

  /** Imports what is not there yet, submits the model and starts its evaluation. */
  static RecordedRun start(
      Stack stack, Replay replay, Recording recording, String modelName, String name) {
    GatewayApi administrator = stack.signIn("admin");
    GatewayApi submitter = stack.signIn("submitter");
    // A version names the judge as it is then, so each replay endpoint has a version of its own.
    String version = "1.0." + replay.baseUrl().replaceAll("\\D", "");
    String address = "/api/v1/benchmarks/%s/versions/%s".formatted(recording.benchmark(), version);
    if (administrator.find(address).isEmpty()) {
      importVersion(administrator, replay, recording, version);
      administrator.post(address + "/publish", Map.of());
    }
    String model =
        submitter
            .post(
                "/api/v1/models",
                Map.of(
                    "name",
                    name,
                    "organization",
                    "Replay",
                    "provider",
                    "openai",
                    "baseUrl",
                    replay.baseUrl(),
                    "modelName",
                    modelName,
                    "maxConcurrency",
                    16))
            .path("id")
            .asText();
    String evaluation =
        submitter
            .post(
                "/api/v1/evaluations",
                Map.of("modelId", model, "benchmark", recording.benchmark(), "version", version))
            .path("id")
            .asText();
    return new RecordedRun(administrator, submitter, evaluation);
  }

  private static void importVersion(
      GatewayApi administrator, Replay replay, Recording recording, String version) {
    administrator.put(
        "/api/v1/judges/" + recording.judge(),
        Map.of(
            "provider",
            "openai",
            "baseUrl",
            replay.baseUrl(),
            "modelName",
            recording.judge(),
            "maxConcurrency",
            16));
    JsonNode report =
        administrator.upload(
            "/api/v1/benchmarks/" + recording.benchmark() + "/versions",
            Map.of(
                "version",
                version,
                "suite",
                recording.suite(),
                "format",
                recording.format(),
                "judges",
                recording.judge()),
            recording.fileName(),
            recording.content());
    assertThat(report.path("taken").asInt()).isEqualTo(recording.items());
  }

  /** The evaluation as the API shows it now. */
  JsonNode now() {
    return submitter.get("/api/v1/evaluations/" + evaluationId);
  }

  /** Waits until that many items are scored. */
  void awaitScored(int items) {
    await(() -> now().path("scored").asInt() >= items);
  }

  /** Waits until that many items are answered. */
  void awaitAnswered(int items) {
    await(() -> now().path("answered").asInt() >= items);
  }

  private static void await(java.util.concurrent.Callable<Boolean> reached) {
    Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(100)).until(reached);
  }

  /** Waits for the end, and holds every count and record against the number of items. */
  JsonNode awaitComplete(int items) {
    JsonNode evaluation =
        Awaitility.await()
            .atMost(LONGEST)
            .ignoreExceptions()
            .until(this::now, found -> found.path("state").asText().equals("complete"));
    assertThat(
            List.of(
                evaluation.path("asked").asInt(),
                evaluation.path("answered").asInt(),
                evaluation.path("scored").asInt(),
                evaluation.path("failed").asInt()))
        .containsExactly(items, items, items, 0);
    assertThat(records())
        .extracting(line -> line.path("example").path("id").asText())
        .hasSize(items)
        .doesNotHaveDuplicates();
    return evaluation;
  }

  /** Every finished item in the reference code's layout. */
  List<JsonNode> records() {
    return administrator
        .text("/api/v1/evaluations/" + evaluationId + "/records")
        .lines()
        .map(line -> Json.read(line, JsonNode.class))
        .toList();
  }
}
