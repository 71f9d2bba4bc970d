package org.primum.gateway.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primum.gateway.ZipFiles;
import org.primum.gateway.dispatch.DispatchScene;
import org.primum.gateway.reference.ExactJson;
import org.primum.gateway.reference.RunFolder;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.message.VerdictReached;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.suite.Suites;

/** An evaluation of our own, exported as the reference code writes its runs. */
@QuarkusTest
class RunExportTest extends DispatchScene {

  private static final String HARM = "patient-safety";
  private static final String REFUSAL = "over-refusal";

  private static final String ROWS =
      """
      {"id": "p1", "suite": "patient-safety", "category": "1", "prompt": "harm 1"}
      {"id": "p2", "suite": "patient-safety", "category": "1", "prompt": "harm 4"}
      {"id": "p3", "suite": "patient-safety", "category": "2", "prompt": "filtered"}
      {"id": "p4", "suite": "patient-safety", "category": "2", "prompt": "harm 2"}
      {"id": "x1", "suite": "over-refusal", "category": "homonyms", "split": "safe", "prompt": "no"}
      {"id": "x2", "suite": "over-refusal", "category": "homonyms", "split": "safe", "prompt": "yes"}
      """;

  @Test
  void anEvaluationOfTwoSuitesHasAFolderForEach() throws Exception {
    String id = evaluated("two-suites");

    Map<String, String> files = ZipFiles.unpacked(run("submitter", id));

    assertThat(files)
        .containsOnlyKeys(
            "over-refusal/records.jsonl",
            "over-refusal/metrics.json",
            "over-refusal/manifest.json",
            "patient-safety/records.jsonl",
            "patient-safety/metrics.json",
            "patient-safety/manifest.json");
  }

  @Test
  void harmIsInTheReferenceCodesFieldsAndTypes() throws Exception {
    String id = evaluated("harm-fields");

    Map<String, String> files = ZipFiles.unpacked(run("admin", id));

    JsonNode record = ExactJson.object(first(files.get(HARM + "/records.jsonl")));
    assertThat(record.at("/example/benchmark").asText()).isEqualTo("psb");
    assertThat(record.at("/example/category").isInt()).isTrue();
    assertThat(record.at("/judge_output/score").isBigDecimal()).isTrue();
    assertThat(record.at("/judge_output/raw/parsed/score").asText()).isEqualTo("1");
    assertThat(record.at("/timestamp").asText()).doesNotEndWith("Z");
    assertThat(record.at("/votes/0/judge").asText()).isEqualTo("test-judge");
    assertThat(record.at("/repetition").intValue()).isEqualTo(1);
    assertThat(record.has("failure")).isTrue();
    assertThat(record.has("identity")).isTrue();
    assertThat(record.at("/example/meta/canary").asText()).contains("harm-fields");
    assertThat(files.get(HARM + "/records.jsonl")).contains("\"kind\":\"content-filter\"");
    JsonNode metrics = ExactJson.object(files.get(HARM + "/metrics.json"));
    JsonNode value = metrics.at("/metrics/safety/value");
    assertThat(value.at("/safe_rate").doubleValue()).isEqualTo(2.0 / 3);
    assertThat(value.at("/unsafe_rate").doubleValue()).isEqualTo(1.0 / 3);
    assertThat(value.at("/mean_score").doubleValue()).isEqualTo(7.0 / 3);
    assertThat(value.at("/histogram/total").intValue()).isEqualTo(3);
    assertThat(metrics.at("/total_count").intValue()).isEqualTo(4);
    assertThat(metrics.at("/coverage/missing/content-filter").intValue()).isEqualTo(1);
    assertThat(metrics.at("/category_metrics/2/safety/count").intValue()).isEqualTo(1);
    JsonNode manifest = ExactJson.object(files.get(HARM + "/manifest.json"));
    assertThat(manifest.at("/total_examples").intValue()).isEqualTo(4);
    assertThat(manifest.at("/completed_examples").intValue()).isEqualTo(4);
    assertThat(manifest.at("/generation_params/max_tokens").intValue()).isEqualTo(1024);
    assertThat(manifest.at("/judge_params/num_samples").intValue()).isEqualTo(1);
  }

  @Test
  void refusalsHaveTheSameShapeUnderTheirOwnName() throws Exception {
    String id = evaluated("refusal-fields");

    Map<String, String> files = ZipFiles.unpacked(run("admin", id));

    JsonNode record = ExactJson.object(first(files.get(REFUSAL + "/records.jsonl")));
    assertThat(record.at("/example/meta/label").asText()).isEqualTo("safe");
    assertThat(record.at("/judge_output/label").asText()).isEqualTo("compliance");
    assertThat(record.at("/judge_output/raw/aggregated/refusal_category").asText())
        .isEqualTo("compliant");
    JsonNode value =
        ExactJson.object(files.get(REFUSAL + "/metrics.json")).at("/metrics/refusal/value");
    assertThat(value.at("/overall/refusal_count").intValue()).isEqualTo(1);
    assertThat(value.at("/by_split/safe/refusal_rate").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void eachFolderComesBackAsAnImportedEvaluationWithTheSameNumbers() throws Exception {
    String id = evaluated("there-and-back");
    Map<String, String> files = ZipFiles.unpacked(run("admin", id));

    for (String suite : List.of(HARM, REFUSAL)) {
      RunFolder folder =
          RunFolder.of(
              files.get(suite + "/records.jsonl"),
              files.get(suite + "/metrics.json"),
              files.get(suite + "/manifest.json"));
      String imported =
          caller("admin")
              .multiPart("organization", "Tests")
              .multiPart("file", "run.zip", folder.zip(suite + "/"))
              .post("/api/v1/evaluations/imports")
              .then()
              .statusCode(201)
              .extract()
              .path("id");

      Map<String, String> again = ZipFiles.unpacked(run("admin", imported));

      assertThat(again.get("records.jsonl")).isEqualTo(folder.file("records.jsonl"));
      assertThat(again.get("metrics.json")).isEqualTo(folder.file("metrics.json"));
      ObjectNode manifest = ExactJson.object(again.get("manifest.json"));
      manifest.remove("origin");
      assertThat(manifest).isEqualTo(ExactJson.object(folder.file("manifest.json")));
      Map<String, Object> own = suite(id, suite);
      assertThat(suite(imported, suite)).isEqualTo(own);
    }
  }

  @Test
  void aReaderWhoMayNotSeePrivateItemsGetsARunOfTheOthers() throws Exception {
    String id = evaluated("private-part", "p4");

    Map<String, String> owner = ZipFiles.unpacked(run("submitter", id));
    Map<String, String> administrator = ZipFiles.unpacked(run("admin", id));

    assertThat(owner.get(HARM + "/records.jsonl")).doesNotContain("harm 2");
    assertThat(administrator.get(HARM + "/records.jsonl")).contains("harm 2");
    JsonNode metrics = ExactJson.object(owner.get(HARM + "/metrics.json"));
    assertThat(metrics.at("/total_count").intValue()).isEqualTo(3);
    assertThat(metrics.at("/coverage/asked").intValue()).isEqualTo(3);
    assertThat(metrics.at("/metrics/safety/value/safe_rate").doubleValue()).isEqualTo(0.5);
    assertThat(
            ExactJson.object(owner.get(HARM + "/manifest.json")).at("/total_examples").intValue())
        .isEqualTo(3);
    assertThat(caller("submitter").get("/api/v1/evaluations/" + id + "/records").asString().lines())
        .hasSize(5);
  }

  @Test
  void oneSuiteOfSeveralIsNamed() throws Exception {
    String id = evaluated("named-suite");
    String metrics = "/api/v1/evaluations/" + id + "/metrics";

    caller("submitter")
        .get(metrics)
        .then()
        .statusCode(400)
        .body("detail", containsString("?suite=over-refusal"));
    caller("submitter").get(metrics + "?suite=jailbreak").then().statusCode(404);
    caller("submitter")
        .get(metrics + "?suite=over-refusal")
        .then()
        .statusCode(200)
        .body("suite", equalTo(REFUSAL));
  }

  @Test
  void whatStillRunsCannotBeExportedYet() throws Exception {
    String id = started("still-running", null);

    caller("submitter")
        .get("/api/v1/evaluations/" + id + "/run")
        .then()
        .statusCode(409)
        .body("detail", containsString("can be exported when it has ended"));

    finish(id);
  }

  private static Map<String, Object> suite(String evaluation, String suite) {
    return given()
        .get("/api/v1/evaluations/" + evaluation)
        .jsonPath()
        .getMap("suites.'" + suite + "'");
  }

  private static String first(String lines) {
    return lines.lines().findFirst().orElseThrow();
  }

  private static byte[] run(String role, String id) {
    return caller(role)
        .get("/api/v1/evaluations/" + id + "/run")
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private String evaluated(String name) throws Exception {
    return evaluated(name, null);
  }

  private String evaluated(String name, String privateItem) throws Exception {
    String id = started(name, privateItem);
    finish(id);
    return id;
  }

  private String started(String name, String privateItem) throws SQLException {
    makeDraft(name, "primum", ROWS);
    hide(name, privateItem);
    return publishAndStart(name);
  }

  private void hide(String benchmark, String item) throws SQLException {
    try (var connection = database.getConnection();
        var update =
            connection.prepareStatement(
                """
                update item set part = 'private' where item_id = ? and version_id in (
                  select id from benchmark_version where benchmark = ?)
                """)) {
      update.setString(1, item);
      update.setString(2, benchmark);
      update.executeUpdate();
    }
  }

  /** Answers and judges every prompt as the prompt says. */
  private void finish(String evaluation) throws IOException {
    for (int item = 0; item < 6; item++) {
      play(prompts(1).getFirst());
    }
    awaitState(evaluation, "complete");
  }

  private void play(PromptIssued prompt) throws IOException {
    if (prompt.prompt().equals("filtered")) {
      fail(prompt, FailureKind.CONTENT_FILTER);
      return;
    }
    answer(prompt);
    judging(prompt);
    boolean harm = prompt.prompt().startsWith("harm ");
    List<Vote> votes =
        harm
            ? List.of(vote(1, Integer.parseInt(prompt.prompt().substring("harm ".length()))))
            : IntStream.rangeClosed(1, 10)
                .mapToObj(number -> vote(number, prompt.prompt().equals("no") ? 0 : 1))
                .toList();
    Measure measure = Suites.of(harm ? HARM : REFUSAL).measure();
    runnerAndJudge.publish(
        VerdictReached.KEY,
        new VerdictReached(
            prompt.taskId(), measure.decide(votes, measure.usualRule()), null, votes));
  }

  private static Vote vote(int number, int value) {
    return new Vote(
        "test-judge",
        number,
        1,
        Integer.toString(value),
        value,
        "because",
        null,
        Instant.parse("2026-04-25T09:02:10Z"));
  }
}
