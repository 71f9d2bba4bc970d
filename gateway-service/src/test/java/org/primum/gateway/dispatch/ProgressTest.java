package org.primum.gateway.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.PromptIssued;

/** What is told of an evaluation while it runs, and how soon it ends. */
@QuarkusTest
class ProgressTest extends DispatchScene {

  @Test
  void theCountsAreThoseOfTheTasksInEveryState() throws IOException, SQLException {
    String evaluation = start("progress-counted", 6);
    List<PromptIssued> prompts = prompts(CAP);
    answer(prompts.get(0));
    judge(prompts.get(0), "1");
    failToJudge(prompts.get(1));
    fail(prompts.get(2), FailureKind.TIMED_OUT);
    answer(prompts(1).getFirst());

    JsonPath shown =
        await()
            .atMost(PATIENCE)
            .until(
                () -> given().get("/api/v1/evaluations/" + evaluation).jsonPath(),
                found -> found.getInt("answered") == 3 && found.getInt("failed") == 2);

    assertThat(shown.getString("state")).isEqualTo("running");
    assertThat(shown.getInt("asked")).isEqualTo(6);
    assertThat(shown.getInt("scored")).isEqualTo(1);
    assertThat(shown.getMap("failures")).isEqualTo(Map.of("judge-failed", 1, "timed-out", 1));
    assertThat(keptCounts(evaluation)).isEqualTo(countedRows(evaluation));
    cancel(evaluation);
    assertThat(keptCounts(evaluation)).isEqualTo(countedRows(evaluation));
  }

  /** Many transactions move tasks of one evaluation at once, while the counts are folded. */
  @Test
  void theCountsAreExactWhateverHappensAtOnce() throws Exception {
    String evaluation = start("progress-crowded", 400);
    prompts(CAP);
    try (ExecutorService movers = Executors.newFixedThreadPool(8)) {
      List<Future<?>> moves = new ArrayList<>();
      for (int turn = 0; turn < 8; turn++) {
        int first = turn;
        moves.add(movers.submit(() -> moveEveryEighth(evaluation, first)));
      }
      for (Future<?> move : moves) {
        move.get();
      }
    }

    assertThat(keptCounts(evaluation)).isEqualTo(countedRows(evaluation));
    cancel(evaluation);
  }

  @Test
  void metricsFollowWhileItRuns() throws IOException {
    String evaluation = start("progress-metrics", 4);
    PromptIssued prompt = prompts(CAP).getFirst();
    answer(prompt);
    judge(prompt, "4");

    JsonPath shown =
        await()
            .atMost(PATIENCE)
            .until(
                () -> given().get("/api/v1/evaluations/" + evaluation).jsonPath(),
                found -> found.getInt("suites.'patient-safety'.scored") == 1);

    assertThat(shown.getString("state")).isEqualTo("running");
    assertThat(shown.getInt("suites.'patient-safety'.asked")).isEqualTo(4);
    cancel(evaluation);
  }

  @Test
  void itEndsAtOnceAfterTheLastVerdict() throws IOException {
    String evaluation = start("progress-prompt", 2);
    List<PromptIssued> prompts = prompts(2);
    for (PromptIssued prompt : prompts) {
      answer(prompt);
    }
    judge(prompts.get(0), "1");
    judge(prompts.get(1), "1");
    Instant sent = Instant.now();

    awaitState(evaluation, "complete");

    Instant ended =
        Instant.parse(given().get("/api/v1/evaluations/" + evaluation).path("finishedAt"));
    assertThat(Duration.between(sent, ended)).isLessThan(Duration.ofMillis(700));
  }

  @Test
  void whatHoldsItUpIsToldAndNothingAfterItsEnd() throws IOException {
    String evaluation = start("progress-waits", 12);

    JsonPath shown =
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  meetNobody();
                  return given().get("/api/v1/evaluations/" + evaluation).jsonPath();
                },
                found -> "endpoint".equals(found.getString("progress.waitsFor")));

    assertThat(shown.getString("progress.reason"))
        .isEqualTo(
            "The model's endpoint is not well: the endpoint could not be reached. It is tried"
                + " again now and then.");
    Instant since = Instant.parse(shown.getString("progress.waitingSince"));
    assertThat(Instant.parse(shown.getString("progress.givesUpAt")))
        .isEqualTo(since.plus(Duration.ofHours(2)));
    assertThat(shown.getMap("progress")).doesNotContainKey("secondsLeft");
    cancel(evaluation);
    assertThat(given().get("/api/v1/evaluations/" + evaluation).jsonPath().getMap(""))
        .doesNotContainKey("progress");
  }

  /** Whatever is handed out finds nobody at the endpoint. */
  private void meetNobody() throws IOException {
    for (Optional<PromptIssued> next = runnerAndJudge.take("runner.prompts", PromptIssued.class);
        next.isPresent();
        next = runnerAndJudge.take("runner.prompts", PromptIssued.class)) {
      PromptIssued prompt = next.get();
      runnerAndJudge.publish(
          AnswerRecorded.KEY,
          new AnswerRecorded(
              prompt.taskId(),
              null,
              new Failure(FailureKind.UNREACHABLE, null),
              prompt.attempt(),
              true,
              new EndpointReport(
                  prompt.endpoint().id(),
                  1,
                  0,
                  null,
                  null,
                  FailureKind.UNREACHABLE,
                  null,
                  null,
                  null),
              null));
    }
  }

  @Test
  void nothingIsAnnouncedWhileNothingIsNew() throws IOException, SQLException {
    String evaluation = start("progress-quiet", 2);
    prompts(2);
    // Nothing moves from here on, and two items in flight have no pace that could change.
    awaitState(evaluation, "running");
    int before = given().get("/api/v1/evaluations/" + evaluation).path("revision");

    await()
        .during(Duration.ofSeconds(6))
        .atMost(PATIENCE)
        .until(
            () ->
                given().get("/api/v1/evaluations/" + evaluation).<Integer>path("revision")
                    <= before + 1);

    cancel(evaluation);
  }

  @Test
  void whatWasScoredBeforeCancellingStays() throws IOException {
    String evaluation = start("progress-half", 4);
    List<PromptIssued> prompts = prompts(2);
    for (PromptIssued prompt : prompts) {
      answer(prompt);
      judge(prompt, "2");
    }
    await()
        .atMost(PATIENCE)
        .until(() -> given().get("/api/v1/evaluations/" + evaluation).<Integer>path("scored") == 2);

    cancel(evaluation);

    JsonPath cancelled = given().get("/api/v1/evaluations/" + evaluation).jsonPath();
    assertThat(cancelled.getString("state")).isEqualTo("cancelled");
    assertThat(cancelled.getInt("asked")).isEqualTo(4);
    assertThat(cancelled.getInt("scored")).isEqualTo(2);
    assertThat(cancelled.getInt("suites.'patient-safety'.scored")).isEqualTo(2);
    assertThat(caller("submitter").get("/api/v1/evaluations/" + evaluation + "/records").asString())
        .hasLineCount(2);
    given()
        .get("/api/v1/leaderboard?benchmark=progress-half")
        .then()
        .body("groups.size()", org.hamcrest.Matchers.is(0));
  }

  /** Each goes there and back and there, one at a time. */
  private Void moveEveryEighth(String evaluation, int first) throws SQLException {
    for (String state : List.of("asking", "waiting", "asking")) {
      for (int ordinal : IntStream.range(0, 50).map(turn -> 8 * turn + first).toArray()) {
        change(
            "update task set state = '%s' where evaluation_id = ? and ordinal = %d"
                .formatted(state, ordinal),
            evaluation);
      }
    }
    return null;
  }

  private void change(String statement, String evaluation) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(statement)) {
      update.setObject(1, UUID.fromString(evaluation));
      update.executeUpdate();
    }
  }

  private Map<String, Integer> keptCounts(String evaluation) throws SQLException {
    return counts(
        """
        select state, failure_kind, has_answer, sum(tasks) from task_count
        where evaluation_id = ? group by 1, 2, 3 having sum(tasks) <> 0
        """,
        evaluation);
  }

  private Map<String, Integer> countedRows(String evaluation) throws SQLException {
    return counts(
        """
        select state, failure_kind, answer is not null, count(*) from task
        where evaluation_id = ? group by 1, 2, 3
        """,
        evaluation);
  }

  private Map<String, Integer> counts(String statement, String evaluation) throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(statement)) {
      query.setObject(1, UUID.fromString(evaluation));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          counts.put(row.getString(1) + row.getString(2) + row.getBoolean(3), row.getInt(4));
        }
      }
    }
    return counts;
  }
}
