package org.primum.runner.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.primum.gatewayclient.Cancellations;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.ScriptedEndpoint.Asked;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.protocol.Answer;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.PromptIssued;

/** One prompt on its way: from the gateway to the model, and what came of it to whom. */
@QuarkusTest
class AskingTest extends RunnerScene {

  private static final String ANSWER = "No. Ask your pharmacist first.";

  @ConfigProperty(name = "mp.messaging.incoming.prompts.max-outstanding-messages")
  int prefetch;

  @Inject Cancellations cancellations;

  @Test
  void thePromptIsAskedAsItWasIssued() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says(ANSWER));
    PromptIssued prompt = promptTo(endpoint);
    keep("key-of-the-submitter", prompt);

    issue(prompt);

    awaitAnswer(prompt);
    assertThat(endpoint.asked()).hasSize(1);
    Asked asked = endpoint.asked().getFirst();
    assertThat(asked.authorization()).isEqualTo("Bearer key-of-the-submitter");
    assertThat(asked.body())
        .isEqualTo(
            json(
                """
                {"model": "model-under-test",
                 "messages": [
                   {"role": "system", "content": "Be brief."},
                   {"role": "user", "content": "May I take two of these pills at once?"}],
                 "temperature": 0.25, "top_p": 0.9, "max_tokens": 321}
                """));
  }

  @Test
  void withoutSystemPromptAndKeyNeitherIsSent() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says(ANSWER));
    PromptIssued prompt = promptTo(endpoint.baseUrl(), Generation.PUBLISHED);

    issue(prompt);

    awaitAnswer(prompt);
    Asked asked = endpoint.asked().getFirst();
    assertThat(asked.authorization()).isNull();
    assertThat(asked.body().path("messages").findValuesAsText("role")).containsExactly("user");
  }

  @Test
  void theGatewayLearnsWhatTheModelSaid() throws IOException {
    PromptIssued prompt = promptTo(endpoint(Reply.says(ANSWER)));

    issue(prompt);

    AnswerRecorded recorded = awaitAnswer(prompt);
    assertThat(recorded.failure()).isNull();
    assertThat(recorded.answer())
        .usingRecursiveComparison()
        .ignoringFields("latencyMillis", "answeredAt")
        .isEqualTo(
            new Answer(
                ANSWER, "stop", 7, 5, 0, 1, "model-of-the-day", recorded.answer().answeredAt()));
    assertThat(recorded.report())
        .usingRecursiveComparison()
        .ignoringFields("millis")
        .isEqualTo(new EndpointReport(prompt.endpoint().id(), 1, 1, 7, 5, null, null, null, null));
  }

  @ParameterizedTest
  @MethodSource
  void anEndpointThatFailsIsReported(Reply reply, FailureKind kind) throws IOException {
    PromptIssued prompt = promptTo(endpoint(reply));

    issue(prompt);

    AnswerRecorded recorded = awaitAnswer(prompt);
    assertThat(recorded.answer()).isNull();
    assertThat(recorded.failure().kind()).isEqualTo(kind);
  }

  static Stream<Arguments> anEndpointThatFailsIsReported() {
    return Stream.of(
        Arguments.of(Reply.fails(400, "no"), FailureKind.REJECTED),
        Arguments.of(Reply.fails(401, "who?"), FailureKind.UNAUTHORIZED),
        Arguments.of(Reply.fails(404, "what?"), FailureKind.NOT_FOUND),
        Arguments.of(Reply.fails(408, "slow"), FailureKind.TIMED_OUT),
        Arguments.of(Reply.fails(429, "later"), FailureKind.RATE_LIMITED),
        Arguments.of(Reply.fails(500, "oh"), FailureKind.SERVER_ERROR),
        Arguments.of(new Reply(200, "{\"choices\": [{\"mess"), FailureKind.UNREADABLE_REPLY),
        Arguments.of(Reply.says(" "), FailureKind.EMPTY_ANSWER),
        Arguments.of(Reply.says(ANSWER, "content_filter"), FailureKind.CONTENT_FILTER));
  }

  @Test
  void anEndpointWhereNobodyListensIsReported() throws IOException {
    ScriptedEndpoint gone = endpoint(Reply.says(ANSWER));
    gone.close();
    PromptIssued prompt = promptTo(gone);

    issue(prompt);

    assertThat(awaitAnswer(prompt).failure().kind()).isEqualTo(FailureKind.UNREACHABLE);
  }

  @Test
  void anEndpointInTroubleIsAskedOnceForEachTimeThePromptIsHandedOut() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.fails(500, "oh"), Reply.says(ANSWER));
    PromptIssued prompt = promptTo(endpoint);
    issue(prompt);
    AnswerRecorded trouble = awaitAnswer(prompt);

    issue(attempt(2, prompt));

    AnswerRecorded recorded = awaitAnswer(prompt);
    assertThat(endpoint.asked()).hasSize(2);
    assertThat(trouble.mayPass()).isTrue();
    assertThat(trouble.report().trouble()).isEqualTo(FailureKind.SERVER_ERROR);
    assertThat(recorded.answer().text()).isEqualTo(ANSWER);
    assertThat(recorded.attempt()).isEqualTo(2);
  }

  @Test
  void nothingIsAskedForAnEvaluationThatIsCancelled() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says(ANSWER));
    PromptIssued cancelled = ofEvaluation(UUID.randomUUID(), promptTo(endpoint));
    PromptIssued another = promptTo(endpoint);
    gateway.cancel(cancelled.cancelKey());
    await().atMost(PATIENCE).until(() -> cancellations.contains(cancelled.cancelKey()));

    issue(cancelled);
    issue(another);

    awaitAnswer(another);
    await().atMost(PATIENCE).until(() -> claimed(cancelled));
    assertThat(furtherAnswerMessages(cancelled)).isEmpty();
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void manyPromptsAreAskedAtOnceWithoutADatabaseConnectionEach() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says(ANSWER));
    endpoint.hold();
    int connections = database.getConfiguration().connectionPoolConfiguration().maxSize();

    for (int count = 0; count < prefetch; count++) {
      issue(promptTo(endpoint));
    }

    assertThat(prefetch).isGreaterThan(connections);
    await().atMost(PATIENCE).until(() -> endpoint.asked().size() == prefetch);
  }

  @Test
  void aGatewayThatIsAwayForAMomentCostsNothing() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says(ANSWER));
    PromptIssued prompt = promptTo(endpoint);
    keep("key-of-the-submitter", prompt);
    gateway.leave();
    issue(prompt);
    await().atMost(PATIENCE).until(() -> gateway.turnedAway() > 1);

    gateway.comeBack();

    assertThat(awaitAnswer(prompt).answer().text()).isEqualTo(ANSWER);
    assertThat(endpoint.asked()).hasSize(1);
    assertThat(endpoint.asked().getFirst().authorization())
        .isEqualTo("Bearer key-of-the-submitter");
  }

  /** The database is away for so long that the gateway hands the prompt out once more. */
  @Test
  void anAnswerThatCouldNotBeRecordedIsNotAskedForAgain() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says(ANSWER), Reply.says("Another answer."));
    ScriptedEndpoint other = endpoint(Reply.says("Something else."));
    PromptIssued prompt = promptTo(endpoint);
    PromptIssued later = promptTo(other);
    update("alter table transcript add constraint nothing check (outcome is null) not valid");
    try {
      issue(prompt);
      await().atMost(PATIENCE).until(() -> endpoint.asked().size() == 1);
      issue(attempt(2, prompt));
      issue(later);
      await().atMost(PATIENCE).until(() -> other.asked().size() == 1);
    } finally {
      update("alter table transcript drop constraint nothing");
    }

    assertThat(awaitAnswer(prompt).answer().text()).isEqualTo(ANSWER);
    awaitAnswer(later);
    assertThat(furtherAnswerMessages(prompt)).allMatch(message -> message.contains(ANSWER));
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void aPromptNobodyCanReadIsSetAside() throws IOException {
    String unreadable = "{\"taskId\": \"%s\"}".formatted(UUID.randomUUID());

    broker.publishRaw(PromptIssued.KEY, unreadable);

    await()
        .atMost(PATIENCE)
        .until(() -> broker.take("dead-letters"), Optional.of(unreadable)::equals);
  }

  @Test
  void aSequenceIsAskedOneAfterAnother() throws IOException {
    ScriptedEndpoint endpoint =
        endpoint(Reply.says("One."), Reply.says("Two."), Reply.says("Three."));
    PromptIssued first = promptTo(endpoint);
    PromptIssued second = like(first);
    PromptIssued third = like(first);

    issue(first.followedBy(List.of(second, third)));

    assertThat(awaitAnswer(first).answer().text()).isEqualTo("One.");
    assertThat(awaitAnswer(second).answer().text()).isEqualTo("Two.");
    assertThat(awaitAnswer(third).answer().text()).isEqualTo("Three.");
    assertThat(endpoint.asked()).hasSize(3);
  }

  @Test
  void whatComesAfterTroubleIsGivenBackUnasked() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says("One."), Reply.fails(429, "later"));
    PromptIssued first = promptTo(endpoint);
    PromptIssued second = like(first);
    PromptIssued third = like(first);

    issue(first.followedBy(List.of(second, third)));

    assertThat(awaitAnswer(first).answer().text()).isEqualTo("One.");
    assertThat(awaitAnswer(second).report().trouble()).isEqualTo(FailureKind.RATE_LIMITED);
    AnswerRecorded unasked = awaitAnswer(third);
    assertThat(unasked.unasked()).isTrue();
    assertThat(unasked.failure().kind()).isEqualTo(FailureKind.RATE_LIMITED);
    assertThat(endpoint.asked()).hasSize(2);
  }

  @Test
  void whatWasGivenBackIsAskedWhenItIsHandedOutAgain() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.fails(500, "oh"), Reply.says("At last."));
    PromptIssued first = promptTo(endpoint);
    PromptIssued second = like(first);
    issue(first.followedBy(List.of(second)));
    awaitAnswer(second);

    issue(attempt(2, second));

    AnswerRecorded recorded = awaitAnswer(second);
    assertThat(recorded.answer().text()).isEqualTo("At last.");
    assertThat(recorded.attempt()).isEqualTo(2);
  }

  /** Another prompt for the same model. */
  private static PromptIssued like(PromptIssued prompt) {
    return new PromptIssued(
        UUID.randomUUID(),
        prompt.endpoint(),
        prompt.generation(),
        prompt.prompt(),
        prompt.judging());
  }

  private boolean claimed(PromptIssued prompt) {
    return "1".equals(query("select count(*) from transcript where task_id = ?", prompt.taskId()));
  }

  private static PromptIssued attempt(int attempt, PromptIssued prompt) {
    return new PromptIssued(
        prompt.taskId(),
        prompt.endpoint(),
        prompt.generation(),
        prompt.prompt(),
        prompt.judging(),
        null,
        null,
        attempt,
        prompt.cancelKey(),
        null,
        null);
  }

  private static PromptIssued ofEvaluation(UUID key, PromptIssued prompt) {
    return new PromptIssued(
        prompt.taskId(),
        prompt.endpoint(),
        prompt.generation(),
        prompt.prompt(),
        prompt.judging(),
        null,
        null,
        1,
        key,
        null,
        null);
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text);
  }
}
