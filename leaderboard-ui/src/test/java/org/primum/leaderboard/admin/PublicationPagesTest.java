package org.primum.leaderboard.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.admin.Versions.DRAFT;
import static org.primum.leaderboard.admin.Versions.DRAFT_PAGE;
import static org.primum.leaderboard.admin.Versions.PUBLISHED;
import static org.primum.leaderboard.admin.Versions.PUBLISHED_PAGE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "admin", roles = "admin")
class PublicationPagesTest {

  private static final String PUBLISHED_NOW =
      """
      {"benchmark": "primum-starter", "version": "1.1.0", "state": "published", "judges": ["judge-a"],
       "items": {"patient-safety": 50}, "publishedAt": "2026-11-24T10:00:00Z"}
      """;

  @BeforeEach
  void theGatewayHasVersions() {
    Versions.tell();
  }

  @Test
  void thePageBeforePublishingSaysWhatBecomesFixed() {
    String page = Forms.page(DRAFT_PAGE + "/publish");

    assertThat(page)
        .contains("it cannot be undone", "Harmful and benign behaviours", "50", "40")
        .contains("https://judges.example.org/v1", "a-large", "json-schema")
        .contains("Two prompts are nearly the same.", "Ten prompts on dosing are new.")
        .contains("<button>Publish</button>");
  }

  @Test
  void aJudgeThatIsNotThereIsNamed() {
    FakeGateway.answers("GET /api/v1/judges", 200, "[]");

    assertThat(Forms.page(DRAFT_PAGE + "/publish")).contains("There is no such judge.");
  }

  @Test
  void errorsStopTheButton() {
    FakeGateway.answers(
        "GET " + DRAFT + "/findings",
        200,
        """
        {"publishable": false, "findings": [
          {"kind": "no-judge", "severity": "error", "suite": "jailbreak", "items": [],
           "message": "The suite has no judge."}]}
        """);

    assertThat(Forms.page(DRAFT_PAGE + "/publish"))
        .contains("<button disabled>Publish</button>", "The errors above stop it.");
  }

  @Test
  void missingNotesAreAWarning() {
    FakeGateway.answers(
        "GET " + DRAFT + "/findings",
        200,
        """
        {"publishable": true, "findings": [
          {"kind": "no-notes", "severity": "warning", "items": [], "message": "Say what changed."}]}
        """);

    assertThat(Forms.page(DRAFT_PAGE + "/publish"))
        .contains("Say what changed.", "<button>Publish</button>");
  }

  @Test
  void publishingSavesTheNotesAndLeadsToTheVersion() {
    FakeGateway.answers("PUT " + DRAFT + "/settings", 200, "{}");
    FakeGateway.answers("POST " + DRAFT + "/publish", 200, PUBLISHED_NOW);

    Response redirect =
        Forms.send(
            DRAFT_PAGE + "/publish", DRAFT_PAGE + "/publish", Map.of("notes", "New prompts."));

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(redirect.header("Location")).endsWith(DRAFT_PAGE + "?done=published");
    assertThat(FakeGateway.received("PUT " + DRAFT + "/settings"))
        .contains("\"notes\":\"New prompts.\"", "\"votes\":5", "\"repeats\":3", "judge-b");
  }

  @Test
  void aRefusalToPublishKeepsTheNotesAndSaysWhy() {
    FakeGateway.answers("PUT " + DRAFT + "/settings", 200, "{}");
    FakeGateway.answers(
        "POST " + DRAFT + "/publish",
        409,
        """
        {"detail": "The draft cannot be published as it is.",
         "errors": [{"field": "notes", "message": "Say in the notes what changed."}]}
        """);

    Response page =
        Forms.send(DRAFT_PAGE + "/publish", DRAFT_PAGE + "/publish", Map.of("notes", "Mine <i>"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString())
        .contains("The draft cannot be published as it is.", "Mine &lt;i&gt;")
        .contains("id=\"notes-error\">Say in the notes what changed.");
  }

  @Test
  void thePageBeforeRetiringSaysWhatBecomesOfEvaluations() {
    assertThat(Forms.page(PUBLISHED_PAGE + "/retire"))
        .contains("2 evaluations running on it will go on", "The results of 7 evaluations stay");
  }

  @Test
  void retiringLeadsToTheVersion() {
    FakeGateway.answers(
        "POST " + PUBLISHED + "/retire",
        200,
        """
        {"benchmark": "primum-starter", "version": "1.0.0", "state": "retired",
         "publishedAt": "2026-11-20T08:00:00Z", "retiredAt": "2026-11-24T10:00:00Z"}
        """);

    Response redirect =
        Forms.send(PUBLISHED_PAGE + "/retire", PUBLISHED_PAGE + "/retire", Map.of());

    assertThat(redirect.header("Location")).endsWith(PUBLISHED_PAGE + "?done=retired");
    assertThat(Forms.page(PUBLISHED_PAGE + "?done=retired"))
        .contains("No evaluation can start on it any more.");
  }

  @Test
  void aRefusalToRetireIsSaid() {
    FakeGateway.answers(
        "POST " + PUBLISHED + "/retire", 409, "{\"detail\": \"It is retired already.\"}");

    Response page = Forms.send(PUBLISHED_PAGE + "/retire", PUBLISHED_PAGE + "/retire", Map.of());

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString()).contains("It is retired already.");
  }
}
