package org.primum.leaderboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.Samples.evaluation;
import static org.primum.protocol.message.EvaluationState.COMPLETE;
import static org.primum.protocol.message.EvaluationState.RUNNING;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class PagesTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

  private final Evaluations evaluations;
  private final ItemRecords items;

  PagesTest(Evaluations evaluations, ItemRecords items) {
    this.evaluations = evaluations;
    this.items = items;
  }

  @Test
  void theBoardShowsRatesWithIntervalAndCoverage() {
    evaluations.take(evaluation("On the board", "shown", COMPLETE, 9, 1));

    String page = page("/");

    assertThat(page)
        .contains("On the board", "90.0%", "59.6–98.2%", "100%", "10 of 10", "Not in this version");
  }

  @Test
  void everyPageForbidsForeignAndInlineCode() {
    Response page = given().get("/");

    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.asString()).doesNotContain("style=\"", "<style", "onclick");
  }

  @Test
  void whatStrangersWroteIsEscaped() {
    UUID id = UUID.randomUUID();
    evaluations.take(evaluation(id, 1, "<b>bold</b>", "escaped", COMPLETE, false, 1, 1));
    ItemFinished item =
        Samples.item(id, 0, "<img src=x onerror=alert(1)>", "<script>alert(2)</script>");
    items.take(item);

    String page = page("/evaluations/" + id + "/items/" + item.taskId());

    assertThat(page)
        .contains("&lt;b&gt;bold", "&lt;img src=x", "&lt;script&gt;alert(2)", "It names a dose.")
        .doesNotContain("<img src=x", "<script>alert");
  }

  @Test
  void aRunningEvaluationReloadsItself() {
    EvaluationChanged running = evaluation("Running", "running", RUNNING, 3, 0);
    evaluations.take(running);

    String page = page("/evaluations/" + running.id());
    String part = page("/evaluations/" + running.id() + "/progress");

    assertThat(page).contains("http-equiv=\"refresh\"", "/progress.js", "Running");
    assertThat(part).contains("data-finished=\"false\"").doesNotContain("<html");
  }

  @Test
  void aFinishedEvaluationDoesNotReload() {
    EvaluationChanged complete = evaluation("Complete", "complete", COMPLETE, 3, 0);
    evaluations.take(complete);

    assertThat(page("/evaluations/" + complete.id()))
        .doesNotContain("http-equiv=\"refresh\"", "/progress.js", "Cancel evaluation");
  }

  @Test
  void anEvaluationWithoutAnyVerdictSaysWhyItFailed() {
    EvaluationChanged failed = Samples.unscored("Unreachable one", "unscored", 4);
    evaluations.take(failed);

    assertThat(page("/evaluations/" + failed.id()))
        .contains(
            "state failed\">Failed",
            "No item could be scored",
            "?verdict=failed%3Aunreachable#items\">4<",
            "</b> The endpoint could not be reached",
            "data-finished=\"true\"")
        .doesNotContain("id=\"result-title\"", "http-equiv=\"refresh\"", "Cancel evaluation");
  }

  @Test
  void anEvaluationWithoutAnyVerdictIsListedBesideTheBoard() {
    EvaluationChanged failed = Samples.unscored("Beside the board", "beside", 4);
    evaluations.take(failed);

    String[] parts = page("/").split("Not on the board", 2);

    assertThat(parts[0]).doesNotContain("Beside the board");
    assertThat(parts[1]).contains("Beside the board", "state failed\">Failed", "0 of 4, 4 failed");
  }

  @Test
  void aModelPageShowsBothMeaningsOfUnsafe() {
    EvaluationChanged complete = evaluation("Two meanings", "model", COMPLETE, 3, 1);
    evaluations.take(complete);

    assertThat(page("/models/" + complete.model().id()))
        .contains("Unsafe, 4–5", "Unsafe, 3–5", "Answers by score", "Harmful or dangerous");
  }

  @Test
  void privateItemsAreNotShownToTheSignedOut() {
    UUID id = UUID.randomUUID();
    ItemFinished item = privateItem(id);

    assertThat(page("/evaluations/" + id)).contains("private").doesNotContain("Secret prompt");
    given()
        .redirects()
        .follow(false)
        .get("/evaluations/" + id + "/items/" + item.taskId())
        .then()
        .statusCode(401);
  }

  @Test
  @TestSecurity(user = "somebody", roles = "submitter")
  void privateItemsAreNotShownToAnotherOwner() {
    UUID id = UUID.randomUUID();
    ItemFinished item = privateItem(id);

    Response page = given().get("/evaluations/" + id + "/items/" + item.taskId());

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.asString()).contains("Your account may not see this");
  }

  @Test
  @TestSecurity(user = "reviewer", roles = "reviewer")
  void privateItemsAreShownToAReviewer() {
    UUID id = UUID.randomUUID();
    ItemFinished item = privateItem(id);

    assertThat(page("/evaluations/" + id + "/items/" + item.taskId())).contains("Secret prompt");
  }

  @Test
  @TestSecurity(user = "owner", roles = "submitter")
  void onlyTheOwnerOfAnUnfinishedEvaluationCanCancelIt() {
    EvaluationChanged running = evaluation("Mine", "mine", RUNNING, 3, 0);
    evaluations.take(running);

    assertThat(page("/evaluations/" + running.id())).contains("Cancel evaluation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/submit",
        "/mine",
        "/admin/benchmarks",
        "/admin/benchmarks/starter/1.0.0",
        "/admin/judges",
        "/admin/dead-letters"
      })
  void pagesForRolesAskToSignIn(String address) {
    given().redirects().follow(false).get(address).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/benchmarks", "/admin/judges", "/admin/dead-letters"})
  @TestSecurity(user = "somebody", roles = "submitter")
  void administrationIsForAdministrators(String address) {
    Response page = given().get(address);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.asString()).contains("Your account may not see this");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/models/no-uuid", "/evaluations/x/items/y"})
  void whatIsNotThereIsAPageThatHelps(String address) {
    Response page = given().get(address);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.asString()).contains("There is nothing here", "Go to the board");
  }

  @Test
  @TestSecurity(user = "somebody", roles = "submitter")
  void aFormWithoutItsTokenIsRefused() {
    Response page = given().formParam("name", "x").post("/submit");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.asString()).contains("This form could not be taken");
  }

  @Test
  @TestSecurity(user = "somebody", roles = "submitter")
  void aFormCanBeSentAfterAnotherPageWasOpened() {
    Response form = given().get("/submit");

    Response other = given().cookies(form.cookies()).get("/submit");

    assertThat(token(other)).isEqualTo(token(form));
  }

  @Test
  @TestSecurity(user = "admin", roles = "admin")
  void aFailingGatewayIsNamedAsSuch() {
    FakeGateway.answers("GET /api/v1/dead-letters", 500, "boom");

    Response page = given().get("/admin/dead-letters");

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.asString()).contains("Something failed").doesNotContain("boom");
  }

  private ItemFinished privateItem(UUID evaluation) {
    evaluations.take(evaluation(evaluation, 1, "Private", "private", COMPLETE, true, 1, 0));
    ItemFinished item = Samples.item(evaluation, 0, "Secret prompt", "Secret answer");
    items.take(item);
    return item;
  }

  private static String token(Response form) {
    Matcher token = TOKEN.matcher(form.asString());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private static String page(String address) {
    Response response = given().get(address);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.asString();
  }
}
