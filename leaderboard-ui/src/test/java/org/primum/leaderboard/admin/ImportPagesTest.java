package org.primum.leaderboard.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.admin.Versions.DRAFT_PAGE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
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
class ImportPagesTest {

  private static final String IMPORTS = "/api/v1/benchmarks/primum-starter/imports";
  private static final String ID = "7d1d5f0e-8f7c-4b55-9d6a-0f6a0f6a0f6a";

  private static final Map<String, String> ENTERED =
      Map.of(
          "benchmark", "primum-starter",
          "version", "1.1.0",
          "format", "mapped",
          "suite", "jailbreak",
          "column-prompt", "question",
          "column-category", "topic");

  @BeforeEach
  void theGatewayHasVersions() {
    Versions.tell();
  }

  @Test
  void theFormOffersEveryFormatAndEveryJudge() {
    String page = Forms.page("/admin/imports?benchmark=b%20c&version=1.0.0");

    assertThat(page)
        .contains("value=\"patientsafetybench\"", "value=\"medsafetybench\"", "value=\"xstest\"")
        .contains("value=\"jailbreakbench\"", "value=\"facts-grounding\"", "value=\"primum\"")
        .contains("value=\"mapped\"", "value=\"judge-a\"", "value=\"b c\"", "value=\"1.0.0\"");
  }

  @Test
  void aFileIsShownBeforeItIsTaken() {
    FakeGateway.answers("POST " + IMPORTS, 201, preview(2));

    Response page =
        Forms.upload(
            "/admin/imports",
            "/admin/imports",
            Map.of(
                "benchmark",
                "primum-starter",
                "version",
                "1.1.0",
                "format",
                "mapped",
                "suite",
                "jailbreak",
                "judges",
                "judge-a",
                "column-prompt",
                "question",
                "constant-category",
                "Fraud"),
            "rows.csv",
            "question;nr");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.asString())
        .contains("Take the good rows", "Choose another file", "40 items of Harmful and benign")
        .contains("<b>3</b> left out: of another domain", "part.csv", "line 17", "split &lt;b&gt;")
        .contains("How &lt;i&gt;do I", "name=\"column-prompt\" value=\"question\"");
    assertThat(FakeGateway.received("POST " + IMPORTS))
        .contains("{\"columns\":{\"prompt\":\"question\"},\"constants\":{\"category\":\"Fraud\"}}")
        .contains("question;nr", "filename=\"rows.csv\"", "name=\"suite\"", "judge-a");
  }

  @Test
  void aFileWithoutRefusedRowsIsTakenAsAWhole() {
    FakeGateway.answers("POST " + IMPORTS, 201, preview(0));

    Response page =
        Forms.upload("/admin/imports", "/admin/imports", ENTERED, "rows.csv", "question");

    assertThat(page.asString())
        .contains("Take into the draft", "Every row can be taken.")
        .doesNotContain("takeGood", "Refused rows");
  }

  @Test
  void withoutAFileEverythingElseIsKept() {
    Response page = Forms.upload("/admin/imports", "/admin/imports", ENTERED, null, null);

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("id=\"file-error\">Choose a file.", "value=\"primum-starter\"")
        .contains("value=\"mapped\" required aria-describedby=\"format-mapped-hint\" checked");
  }

  @Test
  void aMappedTableNeedsItsSuite() {
    Response page =
        Forms.upload(
            "/admin/imports",
            "/admin/imports",
            Map.of("benchmark", "primum-starter", "version", "1.1.0", "format", "mapped"),
            "rows.csv",
            "question");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("id=\"suite-error\">Choose the suite that the rows are for.", "<details open>");
  }

  @Test
  void aMappedTableNeedsTheColumnOfThePrompt() {
    Response page =
        Forms.upload(
            "/admin/imports",
            "/admin/imports",
            Map.of("benchmark", "b", "version", "1.0.0", "format", "mapped", "suite", "jailbreak"),
            "rows.csv",
            "question");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("<details open>", "Name the column of the prompt.");
  }

  @Test
  void aMappedTableNeedsACategory() {
    Response page =
        Forms.upload(
            "/admin/imports",
            "/admin/imports",
            Map.of(
                "benchmark",
                "b",
                "version",
                "1.0.0",
                "format",
                "mapped",
                "suite",
                "jailbreak",
                "column-prompt",
                "question"),
            "rows.csv",
            "question");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("Name the column of the category, or one category");
  }

  @Test
  void wrongColumnsAreAnsweredWithThoseOfTheFile() {
    FakeGateway.answers(
        "POST " + IMPORTS,
        422,
        """
        {"detail": "The columns do not fit.",
         "errors": [{"field": "mapping", "message": "The file has the columns nr and text."}]}
        """);

    Response page =
        Forms.upload("/admin/imports", "/admin/imports", ENTERED, "rows.csv", "nr;text");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("<details open>", "The file has the columns nr and text.")
        .contains("name=\"column-prompt\" type=\"text\" value=\"question\"", "choose it again");
  }

  @Test
  void whatWasShownIsTaken() {
    FakeGateway.answers("POST " + IMPORTS + "/" + ID, 201, "{\"taken\": 2, \"refused\": 1}");

    Response redirect =
        Forms.upload(
            "/admin/imports",
            "/admin/imports/" + ID,
            Map.of("benchmark", "primum-starter", "version", "1.1.0", "takeGood", "true"),
            null,
            null);

    assertThat(redirect.header("Location")).endsWith(DRAFT_PAGE + "?done=imported");
    assertThat(FakeGateway.received("POST " + IMPORTS + "/" + ID)).contains("\"takeGood\":true");
  }

  @Test
  void whatIsThereNoLongerLeadsBackToTheForm() {
    FakeGateway.answers(
        "POST " + IMPORTS + "/" + ID, 404, "{\"detail\": \"The import has expired.\"}");

    Response page = Forms.upload("/admin/imports", "/admin/imports/" + ID, ENTERED, null, null);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.asString())
        .contains("The import has expired.", "value=\"primum-starter\"", "Read the file");
  }

  @Test
  void anArchiveBecomesADraft() {
    FakeGateway.answers(
        "POST /api/v1/benchmarks/archives",
        201,
        """
        {"benchmark": "primum-starter", "version": "1.1.0", "state": "draft", "contentHash": "9f2c"}
        """);

    Response redirect =
        Forms.upload("/admin/archives", "/admin/archives", Map.of(), "a.zip", "PK-zip");

    assertThat(redirect.header("Location")).endsWith(DRAFT_PAGE + "?done=archive-imported");
    assertThat(FakeGateway.received("POST /api/v1/benchmarks/archives")).contains("PK-zip");
  }

  @Test
  void anArchiveThatIsRefusedSaysWhy() {
    FakeGateway.answers(
        "POST /api/v1/benchmarks/archives",
        409,
        "{\"detail\": \"Judge judge-a is here with another address.\"}");

    Response page = Forms.upload("/admin/archives", "/admin/archives", Map.of(), "a.zip", "PK");

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString()).contains("Judge judge-a is here with another address.");
  }

  @Test
  void aReferenceRunBecomesAnEvaluation() {
    UUID evaluation = UUID.randomUUID();
    FakeGateway.answers(
        "POST /api/v1/evaluations/imports", 201, "{\"id\": \"%s\"}".formatted(evaluation));

    Response redirect =
        Forms.upload(
            "/admin/runs",
            "/admin/runs",
            Map.of("organization", "Test clinic", "suite", "patient-safety"),
            "run.zip",
            "PK");

    assertThat(redirect.header("Location")).endsWith("/evaluations/" + evaluation);
    assertThat(FakeGateway.received("POST /api/v1/evaluations/imports"))
        .contains("Test clinic", "patient-safety", "filename=\"run.zip\"");
  }

  @Test
  void aReferenceRunWithoutOrganizationKeepsTheSuite() {
    Response page =
        Forms.upload("/admin/runs", "/admin/runs", Map.of("suite", "jailbreak"), "run.zip", "PK");

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("Organization is needed.", "<option value=\"jailbreak\" selected>");
  }

  private static String preview(int refused) {
    return """
        {"id": "%s", "benchmark": "primum-starter", "version": "1.1.0", "taken": 2, "refused": %d,
         "leftOut": {"of another domain than Medical": 3}, "notes": ["LICENSE was not read."],
         "problems": %s,
         "counts": {"jailbreak": {"Fraud": 2}},
         "sample": [{"id": "1", "suite": "jailbreak", "category": "Fraud", "split": "benign",
                     "prompt": "How <i>do I see a fraud?"}],
         "replaces": {"jailbreak": 40}, "expiresAt": "2026-11-24T11:00:00Z"}
        """
        .formatted(
            ID,
            refused,
            refused == 0
                ? "[]"
                : "[{\"file\": \"part.csv\", \"line\": 17, \"message\": \"split <b> is none\"}]");
  }
}
