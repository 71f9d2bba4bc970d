package org.primum.gateway.benchmark.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.primum.gateway.benchmark.VersionCalls.admin;
import static org.primum.gateway.benchmark.VersionCalls.at;
import static org.primum.gateway.benchmark.VersionCalls.importRows;
import static org.primum.gateway.benchmark.VersionCalls.publish;
import static org.primum.gateway.benchmark.VersionCalls.rows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
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
class PublicationResourceTest {

  @Inject AgroalDataSource database;

  @BeforeEach
  void aJudge() {
    VersionCalls.addJudge();
  }

  @Test
  void aCleanDraftCanBePublished() {
    importRows("clean", "1.0.0", rows(10));

    admin()
        .get(at("clean", "1.0.0") + "/findings")
        .then()
        .statusCode(200)
        .body("publishable", equalTo(true))
        .body("findings.findAll { it.severity == 'error' }", empty());
  }

  @Test
  void aPublishedVersionSaysHowItAsksAndJudgesAndNotWhereItsJudgesAre() {
    importRows("method", "1.0.0", rows(10));

    String published = publish("method", "1.0.0").statusCode(200).extract().asString();

    String suite = "settings.suites.'patient-safety'.";
    given()
        .get(at("method", "1.0.0"))
        .then()
        .statusCode(200)
        .body("settings.generation.maxTokens", equalTo(1024))
        .body(suite + "categories.'1'", equalTo(2))
        .body(suite + "judges.name", contains(VersionCalls.JUDGE))
        .body(suite + "judges.model", contains("judge"))
        .body(suite + "rule", equalTo("median"))
        .body(suite + "questions[0].votes", equalTo(1))
        .body(suite + "questions[0].instructions", containsString("How to score"));
    assertThat(published).contains("\"settings\"").doesNotContain("http://localhost:1");
  }

  @Test
  void aDraftSaysNothingOfIt() {
    importRows("no-method", "1.0.0", rows(10));

    admin().get(at("no-method", "1.0.0")).then().statusCode(200).body("settings", nullValue());
  }

  @Test
  void whatStopsPublishingIsSaidBeforeAndAtPublishing() {
    String twice = rows(2) + "\n" + rows(1).replace("\"i0\"", "\"again\"");
    importRows("stopped", "1.0.0", twice);

    admin()
        .get(at("stopped", "1.0.0") + "/findings")
        .then()
        .body("publishable", equalTo(false))
        .body("findings[0].kind", equalTo("duplicate-prompt"))
        .body("findings[0].severity", equalTo("error"))
        .body("findings[0].suite", equalTo("patient-safety"))
        .body("findings[0].items.id", contains("i0", "again"));
    publish("stopped", "1.0.0")
        .statusCode(409)
        .body("detail", containsString("cannot be published as it is"))
        .body("errors.field", hasItem("duplicate-prompt"));
    admin().get(at("stopped", "1.0.0")).then().body("state", equalTo("draft"));
  }

  @Test
  void aLaterVersionNeedsAHigherNumber() {
    VersionCalls.published("numbered", 2);
    importRows("numbered", "1.0.0-rc.1", rows(3));
    importRows("numbered", "1.0.1", rows(3));

    publish("numbered", "1.0.0-rc.1")
        .statusCode(409)
        .body("errors.field", contains("version-number"));
    VersionCalls.upload("1.0.1", rows(3))
        .multiPart("notes", "One more question.")
        .post("/api/v1/benchmarks/numbered/versions")
        .then()
        .statusCode(201);
    publish("numbered", "1.0.1").statusCode(200).body("notes", equalTo("One more question."));
  }

  @Test
  void aLaterVersionWithoutNotesSaysHowManyItemsChanged() {
    VersionCalls.published("without-notes", 2);
    importRows("without-notes", "1.0.1", rows(3));

    publish("without-notes", "1.0.1")
        .statusCode(200)
        .body("notes", equalTo("Since 1.0.0: 1 item added, 2 the same."));
  }

  @Test
  void notesMayComeWithPublishing() {
    VersionCalls.published("noted", 2);
    importRows("noted", "1.1.0", rows(3));

    admin()
        .contentType("application/json")
        .body(Map.of("notes", "One more question."))
        .post(at("noted", "1.1.0") + "/publish")
        .then()
        .statusCode(200)
        .body("notes", equalTo("One more question."));
  }

  @Test
  void aRetiredNumberIsTakenAllTheSame() {
    VersionCalls.published("tired", 2);
    admin().post(at("tired", "1.0.0") + "/retire").then().statusCode(200);
    VersionCalls.upload("0.9.0", rows(3))
        .multiPart("notes", "Older.")
        .post("/api/v1/benchmarks/tired/versions")
        .then()
        .statusCode(201);

    publish("tired", "0.9.0").statusCode(409).body("errors.field", contains("version-number"));
  }

  @Test
  void everythingThatCanMoveANumberMovesTheHash() {
    String first = VersionCalls.published("moved", 3);
    copy("moved", "1.0.0", "1.1.0");
    settings("moved", "1.1.0", "{\"settings\": {\"repeats\": 2}, \"judges\": [\"%s\"]%s}");
    copy("moved", "1.0.0", "1.2.0");
    settings("moved", "1.2.0", "{\"judges\": [\"%s\"]%s}");

    String repeated = publish("moved", "1.1.0").statusCode(200).extract().path("contentHash");

    assertThat(repeated).isNotEqualTo(first);
    publish("moved", "1.2.0").statusCode(200).body("contentHash", equalTo(first));
  }

  @Test
  void aPublishedVersionHasACanaryOfItsOwn() throws SQLException {
    VersionCalls.published("canary", 2);

    assertThat(text("select canary from benchmark_version where benchmark = 'canary'"))
        .startsWith("canary 1.0.0 canary ");
  }

  @Test
  void eachChangeIsInTheAuditLog() throws SQLException {
    VersionCalls.published("audited", 2);
    copy("audited", "1.0.0", "1.1.0");
    admin().delete(at("audited", "1.1.0") + "/items/patient-safety/i0").then().statusCode(204);
    admin().delete(at("audited", "1.1.0")).then().statusCode(204);
    admin().post(at("audited", "1.0.0") + "/retire").then().statusCode(200);

    assertThat(
            text(
                """
                select string_agg(who || ' ' || action || ' ' || subject, ', ' order by id)
                from audit_log where subject like 'audited %'
                """))
        .isEqualTo(
            "admin import audited 1.0.0, admin publish audited 1.0.0, admin copy-draft audited"
                + " 1.0.0 to 1.1.0, admin remove-item audited 1.1.0 patient-safety i0, admin"
                + " delete-draft audited 1.1.0, admin retire audited 1.0.0");
  }

  private static void copy(String benchmark, String from, String into) {
    admin()
        .contentType("application/json")
        .body(Map.of("version", into))
        .post(at(benchmark, from) + "/drafts")
        .then()
        .statusCode(201)
        .body("state", not(equalTo("published")));
  }

  private static void settings(String benchmark, String version, String settings) {
    admin()
        .contentType("application/json")
        .body(settings.formatted(VersionCalls.JUDGE, ", \"notes\": \"Other settings.\""))
        .put(at(benchmark, version) + "/settings")
        .then()
        .statusCode(200);
  }

  private String text(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
