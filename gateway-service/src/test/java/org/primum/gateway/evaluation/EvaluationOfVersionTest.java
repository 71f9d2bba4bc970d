package org.primum.gateway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primum.gateway.ZipFiles;
import org.primum.gateway.benchmark.VersionCalls;
import org.primum.gateway.dispatch.DispatchScene;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.message.PromptIssued;

/**
 * What evaluations make of a version: frozen, retired, changed behind our back, or partly private.
 */
@QuarkusTest
class EvaluationOfVersionTest extends DispatchScene {

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
    awaitState(evaluation, "complete");

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
    awaitState(evaluation, "complete");

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
    awaitState(evaluation, "complete");

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
    return evaluate(model(benchmark), benchmark);
  }

  private String model(String benchmark) {
    return submitModel(benchmark + Instant.now().toEpochMilli(), 16);
  }

  private List<PromptIssued> finish(int items) throws IOException {
    List<PromptIssued> prompts = prompts(items);
    for (PromptIssued prompt : prompts) {
      answer(prompt);
      judge(prompt, "1");
    }
    return prompts;
  }

  private static String unzipped(Response archive) {
    return String.join("", ZipFiles.unpacked(archive.asByteArray()).values());
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
