package org.primum.gateway.reuse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.gateway.dispatch.DispatchScene;
import org.primum.protocol.Answer;
import org.primum.protocol.AskedRequest;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.PromptIssued;

/** Answers are found again by what was asked, and only by whoever asked it. */
@QuarkusTest
class ReusableAnswersTest extends DispatchScene {

  @Inject ReusableAnswers answers;

  @Test
  void anAnswerIsFoundByTheSameRequestToTheSameModel() throws IOException {
    String evaluation = startOneItem("reused");
    UUID model = modelOf(evaluation);
    PromptIssued prompt = prompts(1).getFirst();
    String identity = identity(prompt, 1);
    assertThat(earlier(model, identity)).isEmpty();

    answer(prompt);
    awaitAnswered(evaluation);

    assertThat(earlier(model, identity)).map(Answer::text).contains("An answer.");
    assertThat(earlier(model, identity(prompt, 2))).isEmpty();
    assertThat(earlier(UUID.fromString(submitModel("reused-not", 1)), identity)).isEmpty();
    judge(prompt, "1");
    awaitState(evaluation, "complete");
    assertThat(earlier(model, identity)).isPresent();
  }

  @Test
  void whatWasNotAnsweredIsNotFound() throws IOException {
    String evaluation = startOneItem("reused-failed");
    PromptIssued prompt = prompts(1).getFirst();
    String identity = identity(prompt, 1);

    fail(prompt, FailureKind.CONTENT_FILTER);
    awaitState(evaluation, "failed");

    assertThat(earlier(modelOf(evaluation), identity)).isEmpty();
  }

  @Test
  void manyAreFoundAtOnce() {
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> answers.earlier(UUID.randomUUID(), List.of("a", "b"))))
        .isEmpty();
    assertThat(
            QuarkusTransaction.requiringNew()
                .call(() -> answers.earlier(UUID.randomUUID(), List.of())))
        .isEmpty();
  }

  @Test
  void anEvaluationSaysWhetherItTakesEarlierAnswers() throws IOException {
    String without = startOneItem("reused-said");
    String with =
        caller("submitter")
            .contentType("application/json")
            .body(
                Map.of(
                    "modelId",
                    modelOf(without).toString(),
                    "benchmark",
                    "reused-said",
                    "version",
                    "1.0.0",
                    "reuseAnswers",
                    true))
            .post("/api/v1/evaluations")
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    assertThat(given().get("/api/v1/evaluations/" + with).jsonPath().getBoolean("answersReused"))
        .isTrue();
    assertThat(
            given().get("/api/v1/evaluations/" + without).jsonPath().<Object>get("answersReused"))
        .isNull();
    assertThat(given().get("/api/v1/evaluations/" + with).jsonPath().getString("group"))
        .isEqualTo(given().get("/api/v1/evaluations/" + without).jsonPath().getString("group"));
  }

  private String startOneItem(String name) {
    makeDraft(name, "patientsafetybench", "{\"id\": 1, \"category\": 1, \"content\": \"Prompt\"}");
    return publishAndStart(name);
  }

  private static UUID modelOf(String evaluation) {
    return UUID.fromString(given().get("/api/v1/evaluations/" + evaluation).path("model.id"));
  }

  private static String identity(PromptIssued prompt, int repetition) {
    return new AskedRequest(prompt.endpoint(), prompt.generation(), prompt.prompt(), repetition)
        .identity();
  }

  private Optional<Answer> earlier(UUID model, String identity) {
    return QuarkusTransaction.requiringNew().call(() -> answers.earlier(model, identity));
  }

  private static void awaitAnswered(String evaluation) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                given().get("/api/v1/evaluations/" + evaluation).jsonPath().getInt("answered")
                    == 1);
  }
}
