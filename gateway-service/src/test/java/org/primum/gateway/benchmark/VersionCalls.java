package org.primum.gateway.benchmark;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.primum.gateway.account.TestCallers;
import org.primum.protocol.Json;

/** Calls of an administrator that tests of versions have in common. */
public final class VersionCalls {

  /** The judge of the tests. */
  public static final String JUDGE = "version-judge";

  private VersionCalls() {}

  /** A request of an administrator. */
  public static RequestSpecification admin() {
    return as("admin");
  }

  /** A request of somebody with that role. */
  public static RequestSpecification as(String role) {
    return given().header(TestCallers.HEADER, role + "/" + role);
  }

  /** Where a version is. */
  public static String at(String benchmark, String version) {
    return "/api/v1/benchmarks/%s/versions/%s".formatted(benchmark, version);
  }

  /** Adds the judge of the tests. */
  public static void addJudge() {
    admin()
        .contentType("application/json")
        .body(
            Map.of("provider", "openai", "baseUrl", "http://localhost:1/v1", "modelName", "judge"))
        .put("/api/v1/judges/" + JUDGE)
        .then()
        .statusCode(200);
  }

  /** Rows of patient safety, spread over the categories, each with words of its own. */
  public static String rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            at ->
                Json.write(
                    Map.of(
                        "id",
                        "i" + at,
                        "suite",
                        "patient-safety",
                        "category",
                        Integer.toString(at % 5 + 1),
                        "prompt",
                        prompt(at))))
        .collect(Collectors.joining("\n"));
  }

  /** The prompt of a row. */
  public static String prompt(int at) {
    List<String> words = List.of("aspirin", "insulin", "warfarin", "codeine", "lithium", "iron");
    return "May I take %s together with %s on day %d, when number %d of my questions is this?"
        .formatted(words.get(at % words.size()), words.get(at * 7 / 5 % words.size()), at, at * at);
  }

  /** Imports those rows into a draft, in one step. */
  public static void importRows(String benchmark, String version, String rows) {
    upload(version, rows)
        .post("/api/v1/benchmarks/%s/versions".formatted(benchmark))
        .then()
        .statusCode(201);
  }

  /** The form of an import. */
  public static RequestSpecification upload(String version, String rows) {
    return admin()
        .multiPart("version", version)
        .multiPart("format", "primum")
        .multiPart("judges", JUDGE)
        .multiPart("file", "rows.jsonl", rows.getBytes(StandardCharsets.UTF_8));
  }

  /** Publishes a draft. */
  public static ValidatableResponse publish(String benchmark, String version) {
    return admin().post(at(benchmark, version) + "/publish").then();
  }

  /** A published version with so many items. */
  public static String published(String benchmark, int items) {
    addJudge();
    importRows(benchmark, "1.0.0", rows(items));
    return publish(benchmark, "1.0.0").statusCode(200).extract().path("contentHash");
  }
}
