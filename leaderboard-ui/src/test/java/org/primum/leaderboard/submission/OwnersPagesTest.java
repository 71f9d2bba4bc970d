package org.primum.leaderboard.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.Samples.evaluation;
import static org.primum.protocol.message.EvaluationState.COMPLETE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.admin.Forms;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;

/** Running again, withdrawing, and what everybody sees of it. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "owner", roles = "submitter")
class OwnersPagesTest {

  @Inject Evaluations evaluations;

  @Test
  void aFinishedEvaluationCanBeRunAgainAsItWas() {
    EvaluationChanged finished = taken("run again");
    modelIs(finished, "accepted");
    FakeGateway.answers(
        "GET /api/v1/evaluations/" + finished.id() + "/request",
        200,
        """
        {"modelId": "%s", "benchmark": "starter", "version": "1.2.0", "suites": ["jailbreak"],
         "costLimit": 2.500000, "patienceMinutes": 45, "reuseAnswers": true}
        """
            .formatted(finished.model().id()));
    FakeGateway.answers(
        "POST /api/v1/evaluations/estimate", 409, "{\"detail\": \"It is retired.\"}");
    String again = "/mine/" + finished.model().id() + "/evaluate?again=" + finished.id();

    String page = Forms.page("/evaluations/" + finished.id());
    Response estimate = given().get(again);

    assertThat(page).contains("href=\"" + again + "\"", "Withdraw");
    assertThat(estimate.asString()).contains("On starter 1.2.0, jailbreak only", "It is retired.");
    assertThat(FakeGateway.received("POST /api/v1/evaluations/estimate"))
        .contains("\"suites\":[\"jailbreak\"]", "\"version\":\"1.2.0\"");
  }

  @Test
  @TestSecurity(user = "stranger", roles = "submitter")
  void othersAreOfferedNeither() {
    EvaluationChanged finished = taken("not yours");

    assertThat(Forms.page("/evaluations/" + finished.id())).doesNotContain("Run again", "Withdraw");
    FakeGateway.answers(
        "GET /api/v1/evaluations/" + finished.id(), 200, Json.write(finished.withoutOwner()));
    assertThat(given().get("/evaluations/" + finished.id() + "/withdraw").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anEvaluationIsWithdrawnWithItsReason() {
    EvaluationChanged finished = taken("withdrawn pages");
    String form = "/evaluations/" + finished.id() + "/withdraw";
    FakeGateway.answers("GET /api/v1/evaluations/" + finished.id(), 200, Json.write(finished));
    FakeGateway.answers(
        "POST /api/v1" + form,
        200,
        Json.write(
            finished.withdrawn(
                2, Samples.NOW.plusSeconds(60), "<b>Wrong</b> weights were served.")));

    Response redirect = Forms.send(form, form, Map.of("reason", "Wrong weights were served."));

    assertThat(redirect.header("Location")).endsWith("/evaluations/" + finished.id());
    assertThat(FakeGateway.received("POST /api/v1" + form)).contains("Wrong weights were served.");
    assertThat(Forms.page("/evaluations/" + finished.id()))
        .contains("Withdrawn by its owner on 24 Nov 2026", "&lt;b&gt;Wrong&lt;/b&gt; weights")
        .doesNotContain("Run again");
    assertThat(evaluations.onBoard()).noneMatch(onBoard -> onBoard.id().equals(finished.id()));
    assertThat(evaluations.onBoard(finished.group())).isEmpty();
    assertThat(evaluations.notOnBoard(100)).anyMatch(other -> other.id().equals(finished.id()));
    assertThat(Forms.page("/models/" + finished.model().id()))
        .contains("withdrawn", "No result yet");
  }

  @Test
  void aReasonThatIsRefusedStays() {
    EvaluationChanged finished = taken("reason refused");
    String form = "/evaluations/" + finished.id() + "/withdraw";
    FakeGateway.answers("GET /api/v1/evaluations/" + finished.id(), 200, Json.write(finished));
    FakeGateway.answers(
        "POST /api/v1" + form,
        400,
        "{\"detail\": \"reason is too long\","
            + " \"errors\": [{\"field\": \"reason\", \"message\": \"is too long\"}]}");

    Response page = Forms.send(form, form, Map.of("reason", "So it was."));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.asString()).contains("Reason is too long.", "So it was.");
  }

  @Test
  void aModelIsWithdrawnAndShownAsSuch() {
    EvaluationChanged finished = taken("withdrawn model");
    modelIs(finished, "accepted");
    String form = "/mine/" + finished.model().id() + "/withdraw";
    FakeGateway.answers("POST /api/v1/models/" + finished.model().id() + "/withdraw", 200, "{}");

    String asked = Forms.page(form);
    Response redirect = Forms.send(form, form, Map.of("reason", "We serve it no more."));
    modelIs(finished, "withdrawn");

    assertThat(asked).contains("Withdraw withdrawn model?", "cannot be undone");
    assertThat(redirect.header("Location")).endsWith("/mine/" + finished.model().id());
    assertThat(Forms.page("/mine/" + finished.model().id()))
        .contains("Withdrawn on 25 Nov 2026", "We serve it no more.")
        .doesNotContain("See what it will take", "Withdraw this model", "Run again");
  }

  private EvaluationChanged taken(String name) {
    EvaluationChanged finished = evaluation(name, "group of " + name, COMPLETE, 3, 1);
    evaluations.take(finished);
    return finished;
  }

  private static void modelIs(EvaluationChanged finished, String state) {
    FakeGateway.answers(
        "GET /api/v1/models/" + finished.model().id(),
        200,
        """
        {"id": "%s", "name": "%s", "organization": "o", "provider": "openai",
         "baseUrl": "http://gpu:8000/v1", "modelName": "m", "maxConcurrency": 4, "state": "%s",
         "createdAt": "2026-11-24T10:00:00Z"%s}
        """
            .formatted(
                finished.model().id(),
                finished.model().name(),
                state,
                state.equals("withdrawn")
                    ? ", \"withdrawnAt\": \"2026-11-25T10:00:00Z\","
                        + " \"withdrawnReason\": \"We serve it no more.\""
                    : ""));
  }
}
