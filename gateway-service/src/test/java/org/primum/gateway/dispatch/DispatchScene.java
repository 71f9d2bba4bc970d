package org.primum.gateway.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.primum.gateway.account.TestCallers;
import org.primum.gateway.model.OneAnswerEndpoint;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.testing.BrokerClient;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.messaging.Topology;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;

/** The gateway between a real database and a real broker, with the test all around it. */
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
public abstract class DispatchScene {

  protected static final Duration PATIENCE = Duration.ofSeconds(20);
  static final int CAP = 3;

  @Inject protected AgroalDataSource database;
  BrokerAddress broker;
  protected BrokerClient runnerAndJudge;
  private OneAnswerEndpoint endpoint;
  private int judgePlaces = 8;

  @BeforeEach
  void connect() throws IOException, TimeoutException {
    runnerAndJudge = new BrokerClient(broker, Topology.EXCHANGE);
    endpoint = OneAnswerEndpoint.healthy();
    NothingUnderWay.in(database, runnerAndJudge);
  }

  @AfterEach
  void close() {
    runnerAndJudge.close();
    endpoint.close();
  }

  /** An evaluation of so many items about patient safety. */
  String start(String name, int items) throws IOException {
    return start(name, "patientsafetybench", rows(items));
  }

  /** So many items about patient safety. */
  static String rows(int items) {
    return IntStream.range(0, items)
        .mapToObj(
            id -> "{\"id\": %d, \"category\": 1, \"content\": \"Prompt %d\"}".formatted(id, id))
        .collect(Collectors.joining("\n"));
  }

  /** An evaluation of the rows of that layout. */
  String start(String name, String format, String rows) {
    makeDraft(name, format, rows);
    return publishAndStart(name);
  }

  /** How much the judge of these tests may be asked at once. */
  void judgeMayTake(int mostAtOnce) {
    judgePlaces = mostAtOnce;
  }

  private void setUpJudge() {
    caller("admin")
        .contentType("application/json")
        .body(
            Map.of(
                "provider",
                "openai",
                "baseUrl",
                endpoint.baseUrl(),
                "modelName",
                "judge",
                "maxConcurrency",
                judgePlaces))
        .put("/api/v1/judges/test-judge")
        .then()
        .statusCode(200);
  }

  /** A draft with these rows, and a judge for it. */
  protected void makeDraft(String name, String format, String rows) {
    setUpJudge();
    caller("admin")
        .multiPart("version", "1.0.0")
        .multiPart("format", format)
        .multiPart("judges", "test-judge")
        .multiPart("file", "rows.jsonl", rows.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/benchmarks/" + name + "/versions")
        .then()
        .statusCode(201);
  }

  /** Publishes that draft. */
  static void publish(String name) {
    caller("admin")
        .post("/api/v1/benchmarks/" + name + "/versions/1.0.0/publish")
        .then()
        .statusCode(200);
  }

  /** Publishes that draft, and has a new model evaluated on it. */
  protected String publishAndStart(String name) {
    publish(name);
    return evaluate(submitModel(name, CAP), name).statusCode(202).extract().path("id");
  }

  /** Asks for an evaluation on what was published. */
  protected static ValidatableResponse evaluate(String model, String benchmark) {
    return caller("submitter")
        .contentType("application/json")
        .body(Map.of("modelId", model, "benchmark", benchmark, "version", "1.0.0"))
        .post("/api/v1/evaluations")
        .then();
  }

  /** A model that may be asked so much at once. */
  protected String submitModel(String name, int mostAtOnce) {
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
                endpoint.baseUrl(),
                "modelName",
                "model",
                "maxConcurrency",
                mostAtOnce))
        .post("/api/v1/models")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The next prompts that are handed out. */
  protected List<PromptIssued> prompts(int count) {
    return take("runner.prompts", PromptIssued.class, count);
  }

  /** The next answers that are handed to the judges. */
  List<JudgingRequested> judgings(int count) {
    return take("judge.judgings", JudgingRequested.class, count);
  }

  private <T> List<T> take(String queue, Class<T> type, int count) {
    List<T> taken = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Optional<T> next = runnerAndJudge.take(queue, type);
              next.ifPresent(taken::add);
              return taken.size() == count;
            });
    return taken;
  }

  protected void answer(PromptIssued prompt) throws IOException {
    runnerAndJudge.publish(
        AnswerRecorded.KEY,
        new AnswerRecorded(
            prompt.taskId(),
            new Answer("An answer.", "stop", 5, 3, 12, 1, "model", Instant.EPOCH),
            null,
            null,
            null,
            null,
            prompt.identity()));
  }

  /** The answer to the prompt, as the judges are given it. */
  protected JudgingRequested judging(PromptIssued prompt) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> runnerAndJudge.takeWith("judge.judgings", prompt.taskId().toString()),
            Optional::isPresent)
        .map(message -> Json.read(message, JudgingRequested.class))
        .orElseThrow();
  }

  /** The judges come to this, once the answer is there. */
  protected void judge(PromptIssued prompt, String score) throws IOException {
    judging(prompt);
    sendVerdict(prompt, score);
  }

  protected void sendVerdict(PromptIssued prompt, String score) throws IOException {
    sendVerdict(prompt.taskId(), score);
  }

  void sendVerdict(UUID task, String score) throws IOException {
    runnerAndJudge.publish(
        VerdictReached.KEY,
        new VerdictReached(
            task, new Verdict(score, Integer.parseInt(score), "because"), null, List.of()));
  }

  /** The model gave no answer. */
  protected void fail(PromptIssued prompt, FailureKind kind) throws IOException {
    runnerAndJudge.publish(
        AnswerRecorded.KEY, new AnswerRecorded(prompt.taskId(), null, new Failure(kind, null)));
  }

  /** The model answered, and the judge could not be read. */
  void failToJudge(PromptIssued prompt) throws IOException {
    answer(prompt);
    judging(prompt);
    runnerAndJudge.publish(
        VerdictReached.KEY,
        new VerdictReached(
            prompt.taskId(), null, new Failure(FailureKind.JUDGE_FAILED, null), List.of()));
  }

  static void cancel(String evaluation) {
    caller("submitter")
        .post("/api/v1/evaluations/" + evaluation + "/cancel")
        .then()
        .statusCode(200);
  }

  protected static JsonPath awaitState(String evaluation, String state) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> given().get("/api/v1/evaluations/" + UUID.fromString(evaluation)).jsonPath(),
            found -> state.equals(found.getString("state")));
  }

  protected static RequestSpecification caller(String role) {
    return given().header(TestCallers.HEADER, role + "/" + role);
  }
}
