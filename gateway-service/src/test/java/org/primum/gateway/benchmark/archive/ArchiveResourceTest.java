package org.primum.gateway.benchmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.primum.gateway.benchmark.VersionCalls.JUDGE;
import static org.primum.gateway.benchmark.VersionCalls.admin;
import static org.primum.gateway.benchmark.VersionCalls.at;
import static org.primum.gateway.benchmark.VersionCalls.importRows;
import static org.primum.gateway.benchmark.VersionCalls.publish;
import static org.primum.gateway.benchmark.VersionCalls.rows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.gateway.benchmark.VersionCalls;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class ArchiveResourceTest {

  @Inject AgroalDataSource database;

  @BeforeEach
  void aJudge() {
    VersionCalls.addJudge();
  }

  @Test
  void aVersionComesInElsewhereWithTheSameHash() throws IOException {
    String hash = publishedWithAPrivatePart("origin");
    byte[] exported = export("origin");

    bringIn(exported, "copy")
        .statusCode(201)
        .body("state", equalTo("draft"))
        .body("contentHash", equalTo(hash))
        .body("privateCounts.'patient-safety'", equalTo(5));
    publish("copy", "1.0.0").statusCode(200).body("contentHash", equalTo(hash));

    Archive first = read(exported);
    Archive second = read(export("copy"));
    assertThat(second.items()).isEqualTo(first.items());
    assertThat(second.manifest())
        .usingRecursiveComparison()
        .ignoringFields("benchmark", "publishedAt")
        .isEqualTo(first.manifest());
  }

  @Test
  void whatIsThereIsNotOverwritten() {
    publishedWithAPrivatePart("there");

    bringIn(export("there"), null)
        .statusCode(409)
        .body("detail", containsString("Choose another version number or benchmark"));
  }

  @Test
  void aJudgeThatIsNotThereIsAddedWithoutAKey() throws SQLException {
    publishedWithAPrivatePart("judged");
    byte[] exported = export("judged");
    execute("delete from judge where name = '%s'".formatted(JUDGE));

    bringIn(exported, "judged-copy").statusCode(201);

    admin().get("/api/v1/judges").then().body("name", hasItem(JUDGE));
  }

  @Test
  void aJudgeWithOtherSettingsIsAConflictAndNothingIsKept() {
    publishedWithAPrivatePart("rejudged-origin");
    byte[] exported = export("rejudged-origin");
    admin()
        .contentType("application/json")
        .body(
            Map.of("provider", "openai", "baseUrl", "http://localhost:1/v1", "modelName", "other"))
        .put("/api/v1/judges/" + JUDGE)
        .then()
        .statusCode(200);

    bringIn(exported, "rejudged-copy")
        .statusCode(409)
        .body("detail", containsString("There is a judge version-judge with other settings"));

    admin().get(at("rejudged-copy", "1.0.0")).then().statusCode(404);
  }

  @Test
  void aDamagedArchiveIsRefusedInASentence() {
    publishedWithAPrivatePart("damaged");
    byte[] exported = export("damaged");
    byte[] cut = java.util.Arrays.copyOf(exported, exported.length / 2);

    bringIn(cut, "damaged-copy")
        .statusCode(422)
        .body("detail", containsString("The archive is damaged or was altered"))
        .body("detail", containsString("Nothing was imported"));
    admin().get(at("damaged-copy", "1.0.0")).then().statusCode(404);
    admin().multiPart("benchmark", "x").post("/api/v1/benchmarks/archives").then().statusCode(400);
  }

  @Test
  void aDraftHasNoArchive() {
    importRows("unfinished", "1.0.0", rows(2));

    admin().get(at("unfinished", "1.0.0") + "/archive").then().statusCode(409);
  }

  private static String publishedWithAPrivatePart(String benchmark) {
    importRows(benchmark, "1.0.0", rows(20));
    admin()
        .contentType("application/json")
        .body("{\"share\": 0.25}")
        .post(at(benchmark, "1.0.0") + "/private-part")
        .then()
        .statusCode(200);
    return publish(benchmark, "1.0.0").statusCode(200).extract().path("contentHash");
  }

  private static byte[] export(String benchmark) {
    return admin()
        .get(at(benchmark, "1.0.0") + "/archive")
        .then()
        .statusCode(200)
        .contentType("application/zip")
        .header("Content-Disposition", containsString(benchmark + "-1.0.0.zip"))
        .extract()
        .asByteArray();
  }

  private static ValidatableResponse bringIn(byte[] archive, String benchmark) {
    RequestSpecification form = admin().multiPart("file", "archive.zip", archive);
    if (benchmark != null) {
      form.multiPart("benchmark", benchmark);
    }
    return form.post("/api/v1/benchmarks/archives").then();
  }

  private static Archive read(byte[] archive) throws IOException {
    return ArchiveReader.read(new ByteArrayInputStream(archive));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
