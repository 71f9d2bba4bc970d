package org.primum.gateway.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.primum.gateway.ZipFiles;
import org.primum.gateway.account.TestCallers;
import org.primum.gateway.reference.ExactJson;
import org.primum.gateway.reference.RunFolder;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.testing.BrokerClient;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.messaging.Topology;

/** Runs that come in, and what the API makes of them. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class RunImportTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path PUBLIC_RUN =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../../shared/datasets/psb_reference_run")
          .normalize();

  BrokerAddress broker;
  @Inject DataSource database;

  @Test
  void whatTheRunHasNoRecordOfLowersCoverageByName() {
    String id = imported(RunFolder.small("run-coverage"));

    given()
        .get("/api/v1/evaluations/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("complete"))
        .body("origin", equalTo("imported"))
        .body("benchmark", equalTo("psb"))
        .body("version", equalTo("imported-run-coverage"))
        .body("judges", equalTo(List.of("small-judge")))
        .body("model.provider", equalTo("imported"))
        .body("model.organization", equalTo("A group"))
        .body("asked", equalTo(5))
        .body("scored", equalTo(4))
        .body("failed", equalTo(1))
        .body("failures", equalTo(Map.of("not-recorded", 1)))
        .body("finishedAt", equalTo("2026-04-25T09:17:28.952610Z"))
        .body("suites.'patient-safety'.asked", equalTo(5))
        .body("suites.'patient-safety'.safeRate.value", equalTo(0.5f))
        .body("suites.'patient-safety'.safeBounds.lower", equalTo(0.4f));
  }

  @Test
  void everyItemAndTheResultAreAnnounced() throws IOException, TimeoutException {
    try (BrokerClient pages = new BrokerClient(broker, Topology.EXCHANGE)) {
      String id = imported(RunFolder.small("run-announced"));

      List<String> items = new ArrayList<>();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                pages.takeWith("leaderboard.items", id).ifPresent(items::add);
                return items.size() == 5;
              });
      assertThat(items).allMatch(item -> item.contains("\"ordinal\""));
      Optional<String> evaluation =
          await()
              .atMost(PATIENCE)
              .until(() -> pages.takeWith("leaderboard.evaluations", id), Optional::isPresent);
      assertThat(evaluation.orElseThrow()).contains("\"origin\":\"imported\"");
    }
  }

  @Test
  void itComesOutAsItCame() throws IOException {
    RunFolder folder = RunFolder.small("run-again");
    String id = imported(folder);

    Map<String, String> exported = ZipFiles.unpacked(run(id));

    assertCameAs(folder, exported);
    ObjectNode manifest = ExactJson.object(exported.get("manifest.json"));
    assertThat(manifest.get("origin").asText()).isEqualTo("imported");
  }

  @Test
  void theSingleFilesAreThoseOfTheZip() throws IOException {
    String id = imported(RunFolder.small("run-single"));
    Map<String, String> zipped = ZipFiles.unpacked(run(id));

    String metrics = reviewer().get("/api/v1/evaluations/" + id + "/metrics").asString();
    String manifest = reviewer().get("/api/v1/evaluations/" + id + "/manifest").asString();
    String records = reviewer().get("/api/v1/evaluations/" + id + "/records").asString();

    assertThat(metrics.strip()).isEqualTo(zipped.get("metrics.json").strip());
    assertThat(manifest.strip()).isEqualTo(zipped.get("manifest.json").strip());
    assertThat(records).isEqualTo(zipped.get("records.jsonl"));
  }

  @Test
  void thePublicRunComesOutAsItCame() throws IOException {
    assumeTrue(
        Files.isReadable(PUBLIC_RUN.resolve("records.jsonl")),
        () -> "SKIPPED: the reference run is not here, looked for " + PUBLIC_RUN.toAbsolutePath());
    RunFolder folder =
        RunFolder.of(
            Files.readString(PUBLIC_RUN.resolve("records.jsonl")),
            Files.readString(PUBLIC_RUN.resolve("metrics.json")),
            Files.readString(PUBLIC_RUN.resolve("manifest.json")));
    String id = imported(folder);

    Map<String, String> exported = ZipFiles.unpacked(run(id));

    assertThat(exported.get("records.jsonl").lines()).hasSize(466);
    assertCameAs(folder, exported);
    JsonPath evaluation = given().get("/api/v1/evaluations/" + id).jsonPath();
    assertThat(evaluation.getInt("scored")).isEqualTo(466);
    assertThat(evaluation.getMap("suites.'patient-safety'.histogram"))
        .isEqualTo(Map.of("1", 257, "2", 64, "3", 114, "4", 13, "5", 18));
  }

  @Test
  void aRunIsTakenOnce() {
    RunFolder folder = RunFolder.small("run-once");
    String id = imported(folder);

    upload(folder.zip(""))
        .statusCode(409)
        .body("detail", equalTo("The run run-once is there already, as evaluation " + id + "."));
  }

  @Test
  void twoRunsOfOneModelAreNotRankedTogether() {
    String first = imported(RunFolder.small("run-first"));
    String second = imported(RunFolder.small("run-second"));

    JsonPath one = given().get("/api/v1/evaluations/" + first).jsonPath();
    JsonPath other = given().get("/api/v1/evaluations/" + second).jsonPath();

    assertThat(one.getString("model.id")).isEqualTo(other.getString("model.id"));
    assertThat(one.getString("group")).isNotEqualTo(other.getString("group"));
    JsonPath group =
        given()
            .queryParam("version", "imported-run-first")
            .get("/api/v1/leaderboard")
            .jsonPath()
            .setRootPath("groups[0]");
    assertThat(group.getString("origin")).isEqualTo("imported");
    assertThat(group.getList("rows.evaluationId")).containsExactly(first);
  }

  @Test
  void nothingCanBeRunOnAnImportedModelOrVersion() {
    String id = imported(RunFolder.small("run-dead"));
    String model = given().get("/api/v1/evaluations/" + id).path("model.id");

    admin()
        .contentType("application/json")
        .body(Map.of("modelId", model))
        .post("/api/v1/evaluations")
        .then()
        .statusCode(409)
        .body("detail", containsString("has no endpoint that can be asked"));

    admin()
        .get("/api/v1/benchmarks")
        .then()
        .statusCode(200)
        .body("version", not(hasItem("imported-run-dead")));
    String version = "/api/v1/benchmarks/psb/versions/imported-run-dead";
    admin().post(version + "/publish").then().statusCode(409);
    admin().post(version + "/retire").then().statusCode(409);
  }

  @Test
  void itsRecordsAreForReviewersAndAdministrators() {
    String id = imported(RunFolder.small("run-access"));

    for (String file : List.of("run", "records", "metrics", "manifest")) {
      String address = "/api/v1/evaluations/" + id + "/" + file;
      given().header(TestCallers.HEADER, "somebody/submitter").get(address).then().statusCode(403);
      reviewer().get(address).then().statusCode(200);
    }
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() throws Exception {
    long before = rows();

    upload(
            RunFolder.small("run-refused")
                .replacing("records.jsonl", "\"score\": 5.0", "\"score\": 7")
                .zip(""))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("detail", startsWith("Nothing was imported: 1 of 4 records cannot be taken."))
        .body("errors[0].field", equalTo("line 4"));

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void anImportNamesItsOrganizationAndItsFile() {
    admin()
        .multiPart("file", "run.zip", RunFolder.small("run-nobody").zip(""))
        .post("/api/v1/evaluations/imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("organization"));
    admin()
        .multiPart("organization", "A group")
        .post("/api/v1/evaluations/imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("records.jsonl"));
  }

  private long rows() throws Exception {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                """
                select (select count(*) from task) + (select count(*) from evaluation)
                  + (select count(*) from model) + (select count(*) from benchmark_version)
                """)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** Every field that came is there as it came; there may be further ones. */
  private static void assertCameAs(RunFolder folder, Map<String, String> exported) {
    List<String> before = folder.file("records.jsonl").lines().toList();
    List<String> after = exported.get("records.jsonl").lines().toList();
    assertThat(after).hasSameSizeAs(before);
    for (int line = 0; line < before.size(); line++) {
      assertHolds(ExactJson.object(after.get(line)), ExactJson.object(before.get(line)));
    }
    assertHolds(
        ExactJson.object(exported.get("metrics.json")),
        ExactJson.object(folder.file("metrics.json")));
    assertHolds(
        ExactJson.object(exported.get("manifest.json")),
        ExactJson.object(folder.file("manifest.json")));
  }

  private static void assertHolds(ObjectNode exported, ObjectNode original) {
    for (Map.Entry<String, JsonNode> field : original.properties()) {
      assertThat(exported.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
    }
  }

  private static byte[] run(String id) {
    return reviewer()
        .get("/api/v1/evaluations/" + id + "/run")
        .then()
        .statusCode(200)
        .contentType("application/zip")
        .extract()
        .asByteArray();
  }

  private static String imported(RunFolder folder) {
    return upload(folder.zip("run/"))
        .statusCode(201)
        .body("id", notNullValue())
        .extract()
        .path("id");
  }

  private static ValidatableResponse upload(byte[] zip) {
    return admin()
        .multiPart("organization", "A group")
        .multiPart("file", "run.zip", zip)
        .post("/api/v1/evaluations/imports")
        .then();
  }

  private static RequestSpecification admin() {
    return given().header(TestCallers.HEADER, "admin/admin");
  }

  private static RequestSpecification reviewer() {
    return given().header(TestCallers.HEADER, "reviewer/reviewer");
  }
}
