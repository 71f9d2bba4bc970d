package org.primum.system.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.primum.localstack.Stack;
import org.primum.localstack.starter.GatewayApi;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationState;

/** A benchmark run through a whole stack, against an endpoint that is model and judge. */
public final class BenchmarkRun {

  private static final String VERSION = "1.0.0";

  /**
   * An endpoint that fails most of the time is asked slowly, and takes far longer than all others.
   */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** Requests at once that the endpoint may get from the model's side, and as many from a judge. */
  public static final int AT_ONCE = 16;

  private final GatewayApi administrator;
  private final GatewayApi submitter;
  private final String evaluationId;

  private BenchmarkRun(GatewayApi administrator, GatewayApi submitter, String evaluationId) {
    this.administrator = administrator;
    this.submitter = submitter;
    this.evaluationId = evaluationId;
  }

  /**
   * What is run.
   *
   * @param benchmark what the name begins with that it is imported under
   * @param suite the suite's id
   * @param format the layout of the file
   * @param fileName of the data set
   * @param content of that file
   * @param items how many items it holds
   * @param judge the judge, known to the endpoint by the same name
   */
  public record Subject(
      String benchmark,
      String suite,
      String format,
      String fileName,
      byte[] content,
      int items,
      String judge) {}

  /**
   * Imports what is not there yet, submits the model and starts its evaluation.
   *
   * @param baseUrl the endpoint that is asked for answers and judgements
   * @param modelName the name the endpoint knows the model by
   * @param name the name the board knows it by
   */
  public static BenchmarkRun start(
      Stack stack, String baseUrl, Subject subject, String modelName, String name) {
    return start(stack, baseUrl, subject, modelName, name, Map.of());
  }

  /**
   * The same with further fields of the request for an evaluation.
   *
   * @param wishes the fields by name
   */
  public static BenchmarkRun start(
      Stack stack,
      String baseUrl,
      Subject subject,
      String modelName,
      String name,
      Map<String, Object> wishes) {
    GatewayApi administrator = stack.signIn("admin");
    GatewayApi submitter = stack.signIn("submitter");
    // A version names the judge as it is then, so each endpoint has a benchmark of its own.
    String benchmark = subject.benchmark() + "-" + baseUrl.replaceAll("\\D", "");
    String versions = "/api/v1/benchmarks/" + benchmark + "/versions";
    if (administrator.find(versions + "/" + VERSION).isEmpty()) {
      importVersion(administrator, baseUrl, subject, versions);
      administrator.post(versions + "/" + VERSION + "/publish", Map.of());
    }
    String model =
        submitter
            .post(
                "/api/v1/models",
                Map.of(
                    "name",
                    name,
                    "organization",
                    "Tests",
                    "provider",
                    "openai",
                    "baseUrl",
                    baseUrl,
                    "modelName",
                    modelName,
                    "maxConcurrency",
                    AT_ONCE))
            .path("id")
            .asText();
    Map<String, Object> request = new HashMap<>(wishes);
    request.putAll(Map.of("modelId", model, "benchmark", benchmark, "version", VERSION));
    String evaluation = submitter.post("/api/v1/evaluations", request).path("id").asText();
    return new BenchmarkRun(administrator, submitter, evaluation);
  }

  private static void importVersion(
      GatewayApi administrator, String baseUrl, Subject subject, String versions) {
    administrator.put(
        "/api/v1/judges/" + subject.judge(),
        Map.of(
            "provider",
            "openai",
            "baseUrl",
            baseUrl,
            "modelName",
            subject.judge(),
            "maxConcurrency",
            AT_ONCE));
    JsonNode report =
        administrator.upload(
            versions,
            Map.of(
                "version",
                VERSION,
                "suite",
                subject.suite(),
                "format",
                subject.format(),
                "judges",
                subject.judge()),
            subject.fileName(),
            subject.content());
    assertThat(report.path("taken").asInt()).isEqualTo(subject.items());
  }

  /** The evaluation's id. */
  public String id() {
    return evaluationId;
  }

  /** The evaluation as the API shows it now. */
  public JsonNode now() {
    return submitter.get("/api/v1/evaluations/" + evaluationId);
  }

  /** Stops it. */
  public void cancel() {
    submitter.post("/api/v1/evaluations/" + evaluationId + "/cancel", Map.of());
  }

  /** Waits until that many items are scored. */
  public void awaitScored(int items) {
    await(() -> now().path("scored").asInt() >= items);
  }

  private static void await(Callable<Boolean> reached) {
    Awaitility.await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(reached);
  }

  /** Waits for the end, whichever it is, through all troubles of the gateway. */
  public JsonNode awaitEnd() {
    return Awaitility.await()
        .atMost(LONGEST)
        .ignoreExceptions()
        .until(this::now, found -> EvaluationState.of(found.path("state").asText()).finished());
  }

  /** Waits for the end, and holds every count and record against the number of items. */
  public JsonNode awaitComplete(int items) {
    JsonNode evaluation = awaitEnd();
    assertThat(evaluation.path("state").asText()).isEqualTo("complete");
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

  /** Whether the board shows a result of it. */
  public boolean onBoard() {
    return submitter
        .get("/api/v1/leaderboard")
        .findValuesAsText("evaluationId")
        .contains(evaluationId);
  }

  /** Every finished item in the reference code's layout. */
  public List<JsonNode> records() {
    return administrator
        .text("/api/v1/evaluations/" + evaluationId + "/records")
        .lines()
        .map(line -> Json.read(line, JsonNode.class))
        .toList();
  }
}
