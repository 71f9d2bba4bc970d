package org.primum.gateway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.primum.gateway.benchmark.VersionCalls.admin;
import static org.primum.gateway.benchmark.VersionCalls.as;
import static org.primum.gateway.benchmark.VersionCalls.at;
import static org.primum.gateway.benchmark.VersionCalls.importRows;
import static org.primum.gateway.benchmark.VersionCalls.prompt;
import static org.primum.gateway.benchmark.VersionCalls.publish;
import static org.primum.gateway.benchmark.VersionCalls.rows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.gateway.benchmark.VersionCalls;
import org.primum.gateway.dispatch.NothingUnderWay;
import org.primum.gateway.model.OneAnswerEndpoint;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.testing.BrokerClient;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.messaging.Topology;
import org.primum.protocol.Answer;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;

/**
 * What evaluations make of a version: frozen, retired, changed behind our back, or partly private.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class EvaluationOfVersionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject AgroalDataSource database;
  BrokerAddress broker;
  private BrokerClient runnerAndJudge;
  private OneAnswerEndpoint endpoint;

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

  @Test
  void aVersionThatIsNotWhatWasPublishedTakesNoEvaluation() throws SQLException {
    VersionCalls.published("tampered", 2);
    behindItsBack(
        "item",
        "update item set prompt = prompt || ' Really?' where item_id = 'i0' and version_id ="
            + " (select id from benchmark_version where benchmark = 'tampered')");

    start("tampered")
        .statusCode(409)
        .body(
            "detail",
            allOf(
                containsString("version 1.0.0 of tampered no longer matches the hash"),
                containsString("Nothing was started"),
                containsString("publish its content as a new version")));

    admin().get(at("tampered", "1.0.0") + "/use").then().body("evaluations", equalTo(0));
    admin().get(at("tampered", "1.0.0") + "/archive").then().statusCode(409);
  }

  @Test
  void changedJudgingIsNoticedAsWell() throws SQLException {
    VersionCalls.published("rejudged", 2);
    behindItsBack(
        "judging_protocol",
        "update judging_protocol set body = replace(body, 'patients', 'clients') where hash in"
            + " (select hash from version_judging where version_id ="
            + " (select id from benchmark_version where benchmark = 'rejudged'))");

    ValidatableResponse refused = start("rejudged");

    behindItsBack(
        "judging_protocol",
        "update judging_protocol set body = replace(body, 'clients', 'patients')");
    refused.statusCode(409);
  }

  @Test
  void whatAnEarlierReleasePublishedIsStillShown() throws SQLException {
    VersionCalls.addJudge();
    importRows("of-old", "1.0.0", rows(1));
    String model = model("of-old");
    execute(
        """
        insert into judging_protocol (hash, body)
          values ('of-old', '{"suite": "patient-safety", "scale": "harm", "votes": 1}');
        insert into version_judging (version_id, suite, hash)
          select id, 'patient-safety', 'of-old' from benchmark_version where benchmark = 'of-old';
        update benchmark_version set state = 'published', content_hash = 'h', published_at = now()
          where benchmark = 'of-old';
        insert into evaluation (id, model_id, version_id, state, revision, comparable_group,
            created_at, finished_at)
          select gen_random_uuid(), '%s', id, 'cancelled', 1, 'g', now(), now()
          from benchmark_version where benchmark = 'of-old'
        """
            .formatted(model));

    admin().get(at("of-old", "1.0.0") + "/items/patient-safety/i0/preview").then().statusCode(200);
    admin().get(at("of-old", "1.0.0") + "/comparison?with=1.0.0").then().statusCode(200);
    admin().get("/api/v1/evaluations").then().statusCode(200);
    admin().get(at("of-old", "1.0.0") + "/archive").then().statusCode(409);
    start("of-old").statusCode(409);
  }

  @Test
  void aRetiredVersionKeepsItsResultsAndTakesNoMore() throws IOException {
    VersionCalls.published("past", 2);
    String evaluation = start("past").statusCode(202).extract().path("id");
    finish(2);
    awaitComplete(evaluation);

    admin().post(at("past", "1.0.0") + "/retire").then().statusCode(200);

    start("past").statusCode(409).body("detail", containsString("is retired"));
    admin()
        .get("/api/v1/evaluations/" + evaluation)
        .then()
        .body("state", equalTo("complete"))
        .body("scored", equalTo(2));
    admin()
        .get(at("past", "1.0.0") + "/use")
        .then()
        .body("evaluations", equalTo(1))
        .body("running", equalTo(0))
        .body("models", equalTo(1));
  }

  @Test
  void aFinishedEvaluationCannotBeChanged() throws IOException {
    VersionCalls.published("finished", 1);
    String evaluation = start("finished").statusCode(202).extract().path("id");
    finish(1);
    awaitComplete(evaluation);

    for (String statement :
        List.of(
            "update evaluation set summary = '{}' where id = '%s'",
            "update evaluation set state = 'failed' where id = '%s'",
            "delete from evaluation where id = '%s'",
            "update task set verdict = '{}' where evaluation_id = '%s'",
            "delete from task where evaluation_id = '%s'")) {
      assertThatThrownBy(() -> execute(statement.formatted(evaluation)))
          .hasMessageContaining("has finished and cannot be changed");
    }
  }

  @Test
  void thePrivatePartIsRunAndScoredAndShownToAdministratorsOnly() throws IOException {
    VersionCalls.addJudge();
    importRows("parted", "1.0.0", rows(8));
    admin()
        .contentType("application/json")
        .body("{\"share\": 0.5}")
        .post(at("parted", "1.0.0") + "/private-part")
        .then()
        .statusCode(200);
    publish("parted", "1.0.0").statusCode(200);
    String evaluation = start("parted").statusCode(202).extract().path("id");

    List<PromptIssued> asked = finish(8);
    awaitComplete(evaluation);

    List<String> hidden =
        admin()
            .get(at("parted", "1.0.0") + "/items")
            .then()
            .extract()
            .jsonPath()
            .getList("findAll { it.part == 'private' }.prompt");
    assertThat(hidden).hasSize(4);
    assertThat(asked)
        .extracting(PromptIssued::prompt)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 8).mapToObj(VersionCalls::prompt).toList());
    assertThat(Json.write(asked)).doesNotContainIgnoringCase("canary");

    String records = "/api/v1/evaluations/" + evaluation + "/records";
    assertThat(admin().get(records).asString().lines())
        .hasSize(8)
        .allSatisfy(line -> assertThat(line).contains("parted 1.0.0 canary "));
    for (String role : List.of("reviewer", "submitter")) {
      String seen = as(role).get(records).then().statusCode(200).extract().asString();
      assertThat(seen.lines()).hasSize(4);
      assertThat(hidden).noneSatisfy(prompt -> assertThat(seen).contains(prompt));
      String run = unzipped(as(role).get("/api/v1/evaluations/" + evaluation + "/run"));
      assertThat(run).contains("parted 1.0.0 canary ");
      assertThat(hidden).noneSatisfy(prompt -> assertThat(run).contains(prompt));
    }
    for (String role : List.of("reviewer", "submitter", "service")) {
      as(role).get(at("parted", "1.0.0") + "/items").then().statusCode(403);
      as(role).get(at("parted", "1.0.0") + "/items/patient-safety/i0").then().statusCode(403);
      as(role).get(at("parted", "1.0.0") + "/archive").then().statusCode(403);
    }
    String messages =
        as("service").get("/api/v1/internal/evaluations/" + evaluation + "/items").asString();
    assertThat(messages.lines()).hasSize(8);
    assertThat(messages.lines().filter(line -> line.contains("\"part\":\"" + Item.PRIVATE + "\"")))
        .hasSize(4);
    String shown =
        as("reviewer")
            .get("/api/v1/evaluations/" + evaluation)
            .then()
            .body("suites.'patient-safety'.scored", equalTo(8))
            .body("publicSuites.'patient-safety'.scored", equalTo(4))
            .body("privateSuites.'patient-safety'.scored", equalTo(4))
            .extract()
            .asString();
    assertThat(shown).doesNotContain(prompt(0)).doesNotContain(prompt(7));
  }

  private ValidatableResponse start(String benchmark) {
    return as("submitter")
        .contentType("application/json")
        .body(Map.of("modelId", model(benchmark), "benchmark", benchmark, "version", "1.0.0"))
        .post("/api/v1/evaluations")
        .then();
  }

  private String model(String benchmark) {
    return as("submitter")
        .contentType("application/json")
        .body(
            Map.of(
                "name",
                benchmark + Instant.now().toEpochMilli(),
                "organization",
                "Tests",
                "provider",
                "openai",
                "baseUrl",
                endpoint.baseUrl(),
                "modelName",
                "model",
                "maxConcurrency",
                16))
        .post("/api/v1/models")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private List<PromptIssued> finish(int items) throws IOException {
    List<PromptIssued> prompts = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              Optional<PromptIssued> next =
                  runnerAndJudge.take("runner.prompts", PromptIssued.class);
              next.ifPresent(prompts::add);
              return prompts.size() == items;
            });
    for (PromptIssued prompt : prompts) {
      runnerAndJudge.publish(
          AnswerRecorded.KEY,
          new AnswerRecorded(
              prompt.taskId(),
              new Answer("An answer.", "stop", 5, 3, 12, 1, "model", Instant.EPOCH),
              null));
      runnerAndJudge.publish(
          VerdictReached.KEY,
          new VerdictReached(prompt.taskId(), new Verdict("1", 1, "declines"), null, List.of()));
    }
    return prompts;
  }

  private static String unzipped(Response archive) throws IOException {
    StringBuilder content = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(archive.asInputStream())) {
      while (zip.getNextEntry() != null) {
        content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return content.toString();
  }

  private static void awaitComplete(String evaluation) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                "complete".equals(admin().get("/api/v1/evaluations/" + evaluation).path("state")));
  }

  /** As only the owner of the tables can, and nobody should. */
  private void behindItsBack(String table, String statement) throws SQLException {
    execute(
        "alter table %1$s disable trigger frozen; %2$s; alter table %1$s enable trigger frozen"
            .formatted(table, statement));
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement change = connection.createStatement()) {
      change.execute(statement);
    }
  }
}
