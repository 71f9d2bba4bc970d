package org.primum.leaderboard.export;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Answer;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.message.ItemFinished;
import org.yaml.snakeyaml.Yaml;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class ExportTest {

  private final Evaluations evaluations;
  private final ItemRecords items;
  private final BenchmarkVersions versions;
  private final Session database;

  @TestHTTPResource("/")
  URI pages;

  ExportTest(
      Evaluations evaluations, ItemRecords items, BenchmarkVersions versions, Session database) {
    this.evaluations = evaluations;
    this.items = items;
    this.versions = versions;
    this.database = database;
  }

  private EvaluationChanged taken(RecordedEvaluation recorded) {
    EvaluationChanged message = recorded.message();
    evaluations.take(message);
    items.take(recorded.items());
    return message;
  }

  private static String records(EvaluationChanged evaluation, String format) {
    return "/evaluations/" + evaluation.id() + "/records." + format;
  }

  private static List<NamedCsvRecord> csv(String address) {
    String file = get(address).then().statusCode(200).extract().asString();
    return CsvReader.builder().ofNamedCsvRecord(file).stream().toList();
  }

  @Test
  void everyFormatHoldsTheSameRecords() {
    EvaluationChanged evaluation =
        taken(new RecordedEvaluation("Three formats", "formats-export").missingEvery(5));
    int asked = evaluation.asked();

    List<NamedCsvRecord> csv = csv(records(evaluation, "csv"));
    Response ndjson = get(records(evaluation, "ndjson"));
    Response parquet = get(records(evaluation, "parquet"));

    assertThat(csv).hasSize(asked);
    assertThat(ndjson.asString().lines()).hasSize(asked);
    assertThat(ndjson.contentType()).startsWith("application/x-ndjson");
    assertThat(ndjson.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"primum-records-%s.ndjson\"".formatted(evaluation.id()));
    assertThat(ndjson.headers().getValues("X-Robots-Tag"))
        .singleElement()
        .asString()
        .startsWith("noindex");
    assertThat(parquet.header("Set-Cookie")).isNull();
    try (DuckDb duck = new DuckDb()) {
      String same =
          """
          select count(*) from %s p join read_json(%s, format = 'newline_delimited') j
            on p.task = j.task::text and p.verdict is not distinct from j.verdict
              and p.failure is not distinct from j.failure and p.answer is not distinct from j.answer
              and p.answered_at is not distinct from j.answered_at::timestamptz
          """
              .formatted(
                  duck.file("r.parquet", parquet.asByteArray()),
                  duck.file("r.ndjson", ndjson.asByteArray()));
      assertThat(duck.column(same)).containsExactly((long) asked);
    }
  }

  @Test
  void manyRecordsComeInOrderAndNoneTwice() {
    EvaluationChanged evaluation =
        taken(new RecordedEvaluation("Many records", "many-export").items(250));

    List<NamedCsvRecord> csv = csv(records(evaluation, "csv"));

    assertThat(csv)
        .extracting(row -> Integer.valueOf(row.getField("ordinal")))
        .containsExactlyElementsOf(IntStream.range(0, evaluation.asked()).boxed().toList());
  }

  @Test
  @TestSecurity(user = "admin", roles = "admin")
  void noItemOfAPrivatePartLeavesWhoeverAsks() {
    EvaluationChanged evaluation =
        taken(new RecordedEvaluation("Divided export", "divided-export").divided());

    for (String format : List.of("csv", "ndjson", "parquet")) {
      byte[] file = get(records(evaluation, format)).asByteArray();
      assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("A hidden prompt");
    }
    assertThat(csv(records(evaluation, "csv")))
        .hasSizeBetween(1, evaluation.asked() - 1)
        .extracting(row -> row.getField("item"))
        .doesNotContain("item-3", "item-7");
  }

  @Test
  @TestSecurity(user = "admin", roles = "admin")
  void noRecordsOfAPrivateVersionLeaveWhoeverAsks() {
    EvaluationChanged evaluation =
        taken(new RecordedEvaluation("Private export", "private-export").privateItems());

    Response refused = get(records(evaluation, "csv"));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.contentType()).startsWith("text/plain");
    assertThat(refused.asString()).contains("private").doesNotContain("depends on");
    assertThat(csv("/board.csv?group=private-export")).isNotEmpty();
    assertThat(get("/evaluations/" + evaluation.id()).asString()).doesNotContain("records.csv");
  }

  @Test
  void recordsWaitForTheEndAndForTheLastOfThem() {
    RecordedEvaluation running =
        new RecordedEvaluation("Running export", "running-export").ended(EvaluationState.RUNNING);
    taken(running);
    RecordedEvaluation late = new RecordedEvaluation("Late export", "late-export");
    evaluations.take(late.message());
    items.take(late.items().subList(1, late.items().size()));

    assertThat(get(records(running.message(), "csv")).asString()).contains("has not ended");
    assertThat(get(records(late.message(), "csv")).asString()).contains("on their way");
    items.take(late.items());
    assertThat(csv(records(late.message(), "csv"))).hasSize(late.items().size());
  }

  @Test
  void aCancelledEvaluationHasItsRecordsToo() {
    EvaluationChanged evaluation =
        taken(
            new RecordedEvaluation("Cancelled export", "cancelled-export")
                .ended(EvaluationState.CANCELLED));

    assertThat(csv(records(evaluation, "csv"))).hasSize(evaluation.asked());
    assertThat(csv("/board.csv?group=cancelled-export")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/board.ndjson",
        "/board.xls",
        "/evaluations/00000000-0000-0000-0000-000000000000/records.csv",
        "/evaluations/nothing/records.csv",
        "/benchmarks/none/1.0.0/archive.zip",
        "/benchmarks/a%00b/1.0.0/archive.zip",
        "/models/00000000-0000-0000-0000-000000000000/badge.svg"
      })
  void whatIsNotThereIsNotFound(String address) {
    given().urlEncodingEnabled(false).get(address).then().statusCode(404);
  }

  @Test
  void theBoardHasOneRowForEachNumber() {
    EvaluationChanged one =
        taken(new RecordedEvaluation("First board", "rows-export").careful(0.99).items(60));
    taken(new RecordedEvaluation("Second board", "rows-export").careful(0.1).items(60).simulated());

    List<NamedCsvRecord> board = csv("/board.csv?group=rows-export");

    NamedCsvRecord safe =
        board.stream()
            .filter(row -> row.getField("model_name").equals("First board"))
            .filter(row -> row.getField("suite").equals("patient-safety"))
            .filter(row -> row.getField("category").isEmpty())
            .filter(row -> row.getField("rate").equals("safeRate"))
            .reduce(
                (first, second) -> {
                  throw new AssertionError("two rows");
                })
            .orElseThrow();
    assertThat(safe.getFieldsAsMap())
        .containsEntry("group", "rows-export")
        .containsEntry("benchmark", "recorded")
        .containsEntry("version", "1.0.0")
        .containsEntry("judges", "judge-1")
        .containsEntry("model", one.model().id().toString())
        .containsEntry("organization", "Test clinic")
        .containsEntry("simulated", "false")
        .containsEntry("imported", "false")
        .containsEntry("evaluation", one.id().toString())
        .containsEntry("finished_at", "2026-11-24T10:01:00Z")
        .containsEntry("perspective", "patient")
        .containsEntry("part", "all")
        .containsEntry("better", "higher")
        .containsEntry("scored", "60")
        .containsEntry("asked", "60")
        .containsEntry("rank_first", "1")
        .containsEntry("rank_last", "1");
    assertThat(board)
        .filteredOn(row -> row.getField("rate").equals("middleRate"))
        .allMatch(row -> row.getField("rank_first").isEmpty());
    assertThat(board)
        .filteredOn(row -> row.getField("model_name").equals("Second board"))
        .allMatch(row -> row.getField("simulated").equals("true"));
  }

  @Test
  void theBoardIsTheSameInEveryFormat() {
    taken(new RecordedEvaluation("Same board", "same-export"));
    int rows = csv("/board.csv?group=same-export").size();

    JsonNode json = Json.read(get("/board.json?group=same-export").asByteArray(), JsonNode.class);

    assertThat(json).hasSize(rows);
    assertThat(json.get(0).get("model_name").textValue()).isEqualTo("Same board");
    try (DuckDb duck = new DuckDb()) {
      String file = duck.file("b.parquet", get("/board.parquet?group=same-export").asByteArray());
      assertThat(duck.column("select count(*) from " + file)).containsExactly((long) rows);
    }
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostileTextsStayTextInEveryFile(String text) throws IOException {
    String group = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    EvaluationChanged evaluation =
        taken(new RecordedEvaluation(text, group).by(text).saying(text).items(2));
    String risky = text.matches("(?s)[=+\\-@\\t].*") ? "'" + text : text;

    List<NamedCsvRecord> board = csv("/board.csv?group=" + group);
    List<NamedCsvRecord> records = csv(records(evaluation, "csv"));
    JsonNode json = Json.read(get("/board.json?group=" + group).asByteArray(), JsonNode.class);

    assertThat(board)
        .isNotEmpty()
        .allMatch(row -> row.getField("model_name").equals(risky))
        .allMatch(row -> row.getField("organization").equals(risky));
    assertThat(records)
        .hasSize(evaluation.asked())
        .allMatch(row -> row.getField("prompt").equals(risky))
        .noneMatch(row -> row.getField("answer").startsWith("="));
    assertThat(json).isNotEmpty().allMatch(row -> row.get("model_name").asText().equals(text));
    try (DuckDb duck = new DuckDb()) {
      String file = duck.file("r.parquet", get(records(evaluation, "parquet")).asByteArray());
      assertThat(duck.column("select distinct prompt from " + file)).containsExactly(text);
    }
  }

  static List<String> hostileTexts() {
    return List.of(
        "<script>alert(1)</script>",
        "=cmd()|'/c calc'!A1",
        "@SUM(1)",
        "-1+1",
        "\tx",
        "a\"b,c\r\nd",
        "\u202Egnp.exe\u2066",
        "<svg onload=alert(1)>",
        "javascript:alert(1)",
        "M".repeat(99_999));
  }

  @Test
  void anAnswerOfAMegabyteIsWhole() {
    String answer = "=" + "9".repeat(1 << 20);
    RecordedEvaluation recorded = new RecordedEvaluation("Megabytes", "megabyte-export").items(1);
    ItemFinished item = recorded.items().getFirst();
    EvaluationChanged evaluation = recorded.message();
    evaluations.take(evaluation);
    items.take(recorded.items().subList(1, recorded.items().size()));
    items.take(
        new ItemFinished(
            item.evaluationId(),
            item.taskId(),
            item.ordinal(),
            item.item(),
            new Answer(answer, "stop", 1, 1, 1, 1, null, Samples.NOW),
            item.verdict(),
            null,
            item.votes(),
            Samples.NOW));

    List<NamedCsvRecord> records =
        CsvReader.builder()
            .maxBufferSize(1 << 22)
            .build(
                NamedCsvRecordHandler.builder()
                    .maxFieldSize(1 << 22)
                    .maxRecordSize(1 << 23)
                    .build(),
                get(records(evaluation, "csv")).asString())
            .stream()
            .toList();

    assertThat(records.getFirst().getField("answer")).isEqualTo("'" + answer);
  }

  /** Half a file must not look like a whole one. */
  @Test
  void aFileThatCannotBeEndedIsBroken() throws Exception {
    RecordedEvaluation recorded =
        new RecordedEvaluation("Broken export", "broken-export").items(300);
    EvaluationChanged evaluation = taken(recorded);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery("update item set body = '{' where task_id = ?1")
                    .setParameter(1, recorded.items().getLast().taskId())
                    .executeUpdate());
    HttpRequest request = HttpRequest.newBuilder(pages.resolve(records(evaluation, "csv"))).build();

    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofByteArray()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anArchiveHoldsAVersionWithItsEvaluations() throws IOException {
    versions.take(Samples.published("archived"));
    EvaluationChanged complete =
        taken(new RecordedEvaluation("In the archive", "archived-1").on("archived"));
    EvaluationChanged failed =
        taken(
            new RecordedEvaluation("Cancelled in the archive", "archived-1")
                .on("archived")
                .ended(EvaluationState.CANCELLED));
    EvaluationChanged hidden =
        taken(
            new RecordedEvaluation("Private in the archive", "archived-2")
                .on("archived")
                .privateItems());

    Response zip = get("/benchmarks/archived/1.0.0/archive.zip");

    assertThat(zip.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"primum-archived-1.0.0.zip\"");
    Map<String, String> files = unzipped(zip.asInputStream());
    assertThat(files)
        .containsOnlyKeys(
            "README.md",
            "CITATION.cff",
            "version.json",
            "board.csv",
            "evaluations.ndjson",
            "records/" + complete.id() + ".ndjson",
            "records/" + failed.id() + ".ndjson");
    assertThat(files.get("README.md"))
        .contains("# archived 1.0.0", "| `rank_first` |", "| `verdict` |", "CC-BY-4.0", "safeRate");
    assertThat(new Yaml().<Map<String, Object>>load(files.get("CITATION.cff")))
        .containsEntry("version", "1.0.0");
    assertThat(
            Json.read(files.get("version.json"), JsonNode.class)
                .at("/suites/0/rates/0/id")
                .asText())
        .isEqualTo("safeRate");
    assertThat(files.get("board.csv")).contains("In the archive").doesNotContain("Cancelled in");
    assertThat(files.get("records/" + complete.id() + ".ndjson").lines()).hasSize(complete.asked());
    assertThat(files.get("evaluations.ndjson").lines())
        .hasSize(3)
        .anyMatch(line -> line.contains(hidden.id().toString()) && line.contains("are private"))
        .noneMatch(line -> line.contains("the owner's subject"));
  }

  private static Map<String, String> unzipped(InputStream file) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void thePageAboutTheDataNamesEveryColumn() {
    versions.take(Samples.published("explained"));

    String page = get("/data").then().statusCode(200).extract().asString();

    assertThat(page)
        .contains(
            "/board.csv",
            "/evaluations/{evaluation}/records.parquet",
            "/benchmarks/explained/1.0.0/archive.zip",
            "<code>rank_last</code>",
            "<code>verdict_value</code>",
            "<code>meanLength</code>",
            "id=\"licence\"");
  }

  @Test
  void pagesLeadToTheirData() {
    versions.take(Samples.published("leading"));
    EvaluationChanged evaluation =
        taken(new RecordedEvaluation("Leading", "leading-export").on("leading"));

    assertThat(get("/").asString())
        .contains("href=\"/data\"", "type=\"application/atom+xml\" title=\"Finished evaluations\"");
    assertThat(get("/evaluations/" + evaluation.id()).asString())
        .contains(records(evaluation, "csv"), "/evaluations/" + evaluation.id() + "/cite.bib");
    assertThat(get("/models/" + evaluation.model().id()).asString())
        .contains("/models/" + evaluation.model().id() + "/badge.svg");
    assertThat(get("/benchmarks/leading/1.0.0").asString())
        .contains(
            "/benchmarks/leading/1.0.0/archive.zip", "/benchmarks/leading/1.0.0/CITATION.cff");
  }
}
