package org.primum.leaderboard.admin;

import static io.restassured.RestAssured.given;
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
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "admin", roles = "admin")
class VersionPagesTest {

  @BeforeEach
  void theGatewayHasVersions() {
    Versions.tell();
  }

  @Test
  void versionsAreListedByBenchmarkWithTheirUse() {
    String page = Forms.page("/admin/benchmarks");

    assertThat(page)
        .containsOnlyOnce(">primum-starter</h2>")
        .contains("Patient safety 50", "(10 private)", "judge-a, judge-b", "7, 2 running")
        .contains("published 20 Nov 2026", DRAFT_PAGE + "/draft");
  }

  @Test
  void withoutAnyVersionTheListSaysHowToBegin() {
    FakeGateway.answers("GET /api/v1/benchmarks", 200, "[]");

    assertThat(Forms.page("/admin/benchmarks"))
        .contains("There is no version yet", "/admin/imports", "/admin/archives", "/admin/runs");
  }

  @Test
  void aDraftSaysWhatItHoldsAndWhatWasFound() {
    String page = Forms.page(DRAFT_PAGE);

    assertThat(page)
        .contains("Each item is asked 3 times, at temperature 0 and top-p 1")
        .contains("You answer patients.", "Ten prompts on dosing are new.")
        .contains("By judge-b: 5 votes each at temperature 0.7")
        .contains("Two prompts are nearly the same.", "item?suite=patient-safety&amp;id=ps-1-02");
  }

  @Test
  void aDraftOffersWhatADraftAllows() {
    String page = Forms.page(DRAFT_PAGE);

    assertThat(page)
        .contains("/publish", "/settings", "/private-part", "/comparison", "/draft", "/delete")
        .contains("/delete?suite=jailbreak", "Add an item")
        .doesNotContain("/retire", "/archive\"");
  }

  @Test
  void aPublishedVersionOffersNothingThatWouldChangeIt() {
    String page = Forms.page(PUBLISHED_PAGE);

    assertThat(page)
        .contains("/retire", "/archive\"", "/comparison", "/draft", "9f2c5a", "carries a canary")
        .doesNotContain("/publish", "/settings", "/private-part", "/delete", "Add an item");
  }

  @Test
  void itemsAreSearchedByTheGateway() {
    String page = Forms.page(DRAFT_PAGE + "?suite=patient-safety&search=two%20at%20once");

    assertThat(FakeGateway.query("GET " + DRAFT + "/items"))
        .contains("suite=patient-safety", "search=two+at+once", "offset=0", "limit=51");
    assertThat(page).contains("value=\"two at once\"", "Show all", "&lt;b&gt;two");
  }

  @Test
  void aFurtherPageIsOfferedWhenThereAreMoreItems() {
    String item =
        "{\"id\": \"x\", \"suite\": \"jailbreak\", \"category\": \"c\", \"prompt\": \"p\"}";
    FakeGateway.answers("GET " + DRAFT + "/items", 200, Collections.nCopies(51, item).toString());

    String page = Forms.page(DRAFT_PAGE + "?page=2");

    assertThat(page).contains("Items 51 to 100 of 90", "page=1#items", "page=3#items");
  }

  @Test
  void aPageAfterTheLastSaysSo() {
    FakeGateway.answers("GET " + DRAFT + "/items", 200, "[]");

    assertThat(Forms.page(DRAFT_PAGE + "?page=9")).contains("There are no further items.");
  }

  @Test
  void anItemIsShownAsModelAndJudgeWillSeeIt() {
    String page = Forms.page(DRAFT_PAGE + "/item?suite=patient-safety&id=ps-1-01");

    assertThat(page)
        .contains("As the model will see it", "You answer patients.", "As the judge will see it")
        .contains("judge-a, judge-b, 1 vote each", "&lt;&lt;REQUEST&gt;&gt;")
        .contains("/item/form?suite=patient-safety&id=ps-1-01")
        .doesNotContain("<b>two");
  }

  @Test
  void anItemWithoutPreviewIsShownWithTheReason() {
    FakeGateway.answers(
        "GET " + DRAFT + "/items/jailbreak/jb-h-07/preview",
        409,
        "{\"detail\": \"The suite has no judge yet.\"}");

    assertThat(Forms.page(DRAFT_PAGE + "/item?suite=jailbreak&id=jb-h-07"))
        .contains("Find out where she lives.", "The suite has no judge yet.");
  }

  @Test
  void anItemOfAPublishedVersionCannotBeChanged() {
    FakeGateway.answers(
        "GET " + PUBLISHED + "/items/jailbreak/x",
        200,
        "{\"id\": \"x\", \"suite\": \"jailbreak\", \"category\": \"c\", \"prompt\": \"p\"}");

    assertThat(Forms.page(PUBLISHED_PAGE + "/item?suite=jailbreak&id=x"))
        .doesNotContain("/item/form", "/item/delete");
  }

  @Test
  void anArchiveIsPassedOnAsItIs() {
    FakeGateway.answers("GET " + PUBLISHED + "/archive", 200, "PK-the-archive");

    Response archive = given().get(PUBLISHED_PAGE + "/archive");

    assertThat(archive.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"primum-starter-1.0.0.zip\"");
    assertThat(archive.contentType()).isEqualTo("application/zip");
    assertThat(archive.asString()).isEqualTo("PK-the-archive");
  }

  @Test
  void anArchiveThatIsRefusedIsAPageWithTheReason() {
    FakeGateway.answers(
        "GET " + DRAFT + "/archive", 409, "{\"detail\": \"Only published versions have one.\"}");

    Response page = given().get(DRAFT_PAGE + "/archive");

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString()).contains("Only published versions have one.", "<html");
  }

  @Test
  void aVersionThatIsNotThereIsAPageThatHelps() {
    Response page = given().get("/admin/benchmarks/primum-starter/9.9.9");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.asString()).contains("There is no such thing.", "Go to the board");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/imports",
        "/admin/archives",
        "/admin/runs",
        "/admin/judges/judge-a",
        "/admin/benchmarks/b/1.0.0/publish",
        "/admin/benchmarks/b/1.0.0/retire",
        "/admin/benchmarks/b/1.0.0/settings",
        "/admin/benchmarks/b/1.0.0/draft",
        "/admin/benchmarks/b/1.0.0/delete",
        "/admin/benchmarks/b/1.0.0/private-part",
        "/admin/benchmarks/b/1.0.0/comparison",
        "/admin/benchmarks/b/1.0.0/archive",
        "/admin/benchmarks/b/1.0.0/item",
        "/admin/benchmarks/b/1.0.0/item/form",
        "/admin/benchmarks/b/1.0.0/item/delete"
      })
  @TestSecurity(
      user = "reviewer",
      roles = {"reviewer", "submitter"})
  void everyPageIsForAdministrators(String address) {
    assertThat(given().get(address).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/benchmarks",
        DRAFT_PAGE,
        DRAFT_PAGE + "/publish",
        DRAFT_PAGE + "/settings",
        DRAFT_PAGE + "/comparison?with=1.0.0",
        DRAFT_PAGE + "/item?suite=patient-safety&id=ps-1-01",
        "/admin/imports",
        "/admin/judges"
      })
  void noPageBringsCodeOrStyleOfItsOwn(String address) {
    assertThat(Forms.page(address)).doesNotContain("style=\"", "<style", "<script", "onclick");
  }
}
