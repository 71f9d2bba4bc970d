package org.primum.gateway.benchmark.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.primum.gateway.benchmark.VersionCalls.admin;
import static org.primum.gateway.benchmark.VersionCalls.at;
import static org.primum.gateway.benchmark.VersionCalls.importRows;
import static org.primum.gateway.benchmark.VersionCalls.rows;
import static org.primum.gateway.benchmark.VersionCalls.upload;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.gateway.benchmark.VersionCalls;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class StagedImportTest {

  private static final String BAD_ROW = "\n{\"id\": \"bad\", \"suite\": \"patient-safety\"}";

  @Inject AgroalDataSource database;
  @Inject StagedImportCleanup cleanup;

  @BeforeEach
  void aJudgeAndNothingStaged() throws SQLException {
    VersionCalls.addJudge();
    execute("delete from staged_import");
  }

  @Test
  void anImportIsLookedAtAndThenTaken() throws SQLException {
    importRows("looked", "1.0.0", rows(3));

    String id =
        stage("looked", rows(12))
            .statusCode(201)
            .body("taken", equalTo(12))
            .body("refused", equalTo(0))
            .body("counts.'patient-safety'.'1'", equalTo(3))
            .body("counts.'patient-safety'.'5'", equalTo(2))
            .body("sample", hasSize(10))
            .body("replaces.'patient-safety'", equalTo(3))
            .body("expiresAt", notNullValue())
            .extract()
            .path("id");
    admin().get(at("looked", "1.0.0")).then().body("items.'patient-safety'", equalTo(3));

    take("looked", id, "{}").statusCode(201).body("taken", equalTo(12));

    admin()
        .get(at("looked", "1.0.0") + "/items?limit=500")
        .then()
        .body("id", hasSize(12))
        .body("[11].id", equalTo("i11"));
    assertThat(count("staged_import") + count("staged_item")).isZero();
    take("looked", id, "{}").statusCode(404);
  }

  @Test
  void theDraftIsMadeWhenTheImportIsTaken() {
    String id = stage("made", rows(2)).extract().path("id");
    admin().get(at("made", "1.0.0")).then().statusCode(404);

    take("made", id, "{}").statusCode(201);

    admin().get(at("made", "1.0.0")).then().body("judges", hasSize(1));
  }

  @Test
  void refusedRowsAreTakenOverOnlyWhenItIsSaid() {
    String id =
        stage("partly", rows(2) + BAD_ROW)
            .statusCode(201)
            .body("refused", equalTo(1))
            .body("problems[0].line", equalTo(3))
            .extract()
            .path("id");

    take("partly", id, "{\"takeGood\": false}")
        .statusCode(409)
        .body("detail", containsString("1 rows were refused"));
    take("partly", id, "{\"takeGood\": true}").statusCode(201).body("taken", equalTo(2));
  }

  @Test
  void afterAnHourItIsGone() throws SQLException {
    String id = stage("late", rows(2)).extract().path("id");
    execute("update staged_import set expires_at = now() - interval '1 second'");

    take("late", id, "{}").statusCode(404).body("detail", containsString("Send the file again"));
    cleanup.run();

    assertThat(count("staged_import") + count("staged_item")).isZero();
    admin().get(at("late", "1.0.0")).then().statusCode(404);
  }

  @Test
  void itIsDiscardedOnRequest() {
    String id = stage("unwanted", rows(2)).extract().path("id");

    admin().delete("/api/v1/benchmarks/unwanted/imports/" + id).then().statusCode(204);

    take("unwanted", id, "{}").statusCode(404);
  }

  @Test
  void itBelongsToItsBenchmark() {
    String id = stage("own", rows(2)).extract().path("id");

    take("other", id, "{}").statusCode(404);
  }

  @Test
  void nothingIsTakenIntoWhatWasPublishedMeanwhile() throws SQLException {
    importRows("overtaken", "1.0.0", rows(3));
    String id = stage("overtaken", rows(12)).extract().path("id");
    VersionCalls.publish("overtaken", "1.0.0").statusCode(200);

    take("overtaken", id, "{}").statusCode(409);

    assertThat(
            count(
                "item join benchmark_version on version_id = benchmark_version.id"
                    + " where benchmark = 'overtaken'"))
        .isEqualTo(3);
    assertThat(count("staged_item")).isEqualTo(12);
  }

  @Test
  void onlySoManyWaitAtOnce() throws SQLException {
    execute(
        """
        insert into staged_import (id, benchmark, version, judges, report, created_at, expires_at)
        select gen_random_uuid(), 'crowd', '1.0.0', '{}', '{}', now(), now() + interval '1 hour'
        from generate_series(1, 20)
        """);

    stage("crowd", rows(1)).statusCode(409).body("detail", containsString("20 imports wait"));
  }

  @Test
  void whatCannotBeTakenIsNotKept() throws SQLException {
    stage("hopeless", "nonsense").statusCode(422);

    assertThat(count("staged_import")).isZero();
  }

  private static ValidatableResponse stage(String benchmark, String rows) {
    return upload("1.0.0", rows).post("/api/v1/benchmarks/%s/imports".formatted(benchmark)).then();
  }

  private static ValidatableResponse take(String benchmark, String id, String how) {
    return admin()
        .contentType("application/json")
        .body(how)
        .post("/api/v1/benchmarks/%s/imports/%s".formatted(benchmark, id))
        .then();
  }

  private int count(String from) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
