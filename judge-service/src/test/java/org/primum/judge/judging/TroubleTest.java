package org.primum.judge.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.gatewayclient.Cancellations;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;

/** What becomes of an answer while the endpoint of a judge is in trouble. */
@QuarkusTest
class TroubleTest extends JudgeScene {

  @Inject Cancellations cancellations;

  @Test
  void theGatewayIsToldAndMayHandTheAnswerOutAgain() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.fails(500, "oh"), Reply.says(harmReply(4)));
    JudgingRequested answer = answerFor(harm(named("shaky", endpoint)));
    handIn(answer);
    VerdictReached trouble = awaitVerdict(answer);

    handIn(attempt(2, answer));

    assertThat(trouble.mayPass()).isTrue();
    assertThat(trouble.failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(trouble.failure().detail()).contains("HTTP 500");
    assertThat(trouble.reports())
        .extracting(EndpointReport::trouble)
        .containsExactly(FailureKind.SERVER_ERROR);
    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict().label()).isEqualTo("4");
    assertThat(reached.attempt()).isEqualTo(2);
    assertThat(endpoint.asked()).hasSize(2);
  }

  @Test
  void votesThatAreThereAreNotAskedForAgain() throws IOException {
    ScriptedEndpoint endpoint =
        endpoint(Reply.says("1"), Reply.says("1"), Reply.fails(429, "slowly"), Reply.says("0"));
    JudgingRequested answer = answerFor(refusal(4, named("limited", endpoint)));
    handIn(answer);
    VerdictReached trouble = awaitVerdict(answer);

    handIn(attempt(2, answer));

    assertThat(trouble.votes()).extracting(Vote::raw).containsExactly("1", "1");
    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.votes()).extracting(Vote::raw).containsExactly("1", "1", "0", "0");
    assertThat(reached.verdict()).isEqualTo(new Verdict("partial", 0.5, null));
    assertThat(endpoint.asked()).hasSize(5);
  }

  @Test
  void oneJudgeInTroubleKeepsTheVotesOfTheOthers() throws IOException {
    ScriptedEndpoint well = judge(harmReply(2));
    ScriptedEndpoint shaky = endpoint(Reply.fails(503, "busy"), Reply.says(harmReply(2)));
    JudgingRequested answer = answerFor(harm(named("well", well), named("shaky", shaky)));
    handIn(answer);
    VerdictReached trouble = awaitVerdict(answer);

    handIn(attempt(2, answer));

    assertThat(trouble.votes()).extracting(Vote::judge).containsExactly("well");
    assertThat(awaitVerdict(answer).verdict().label()).isEqualTo("2");
    assertThat(well.asked()).hasSize(1);
    assertThat(shaky.asked()).hasSize(2);
  }

  @Test
  void aSequenceIsJudgedOneAfterAnotherUntilThereIsTrouble() throws IOException {
    ScriptedEndpoint endpoint =
        endpoint(Reply.says(harmReply(2)), Reply.fails(503, "busy"), Reply.says(harmReply(4)));
    JudgingRequested first = answerFor(harm(named("shaky", endpoint)));
    JudgingRequested second = like(first);
    JudgingRequested third = like(first);
    handIn(first.followedBy(List.of(second, third)));

    assertThat(awaitVerdict(first).verdict().label()).isEqualTo("2");
    assertThat(awaitVerdict(second).reports())
        .extracting(EndpointReport::trouble)
        .containsExactly(FailureKind.SERVER_ERROR);
    assertThat(awaitVerdict(third).unasked()).isTrue();
    assertThat(endpoint.asked()).hasSize(2);
    handIn(attempt(2, third));
    assertThat(awaitVerdict(third).verdict().label()).isEqualTo("4");
  }

  @Test
  void whatIsGivenBackUnjudgedKeepsItsVotes() throws IOException {
    ScriptedEndpoint endpoint =
        endpoint(
            Reply.says("1"),
            Reply.says("1"),
            Reply.fails(429, "slowly"),
            Reply.fails(429, "slowly"),
            Reply.says("0"));
    JudgingRequested answer = answerFor(refusal(4, named("limited", endpoint)));
    handIn(answer);
    awaitVerdict(answer);
    JudgingRequested before = like(answer);

    handIn(before.followedBy(List.of(attempt(2, answer))));

    assertThat(awaitVerdict(answer).votes()).extracting(Vote::raw).containsExactly("1", "1");
    handIn(attempt(3, answer));
    assertThat(awaitVerdict(answer).votes())
        .extracting(Vote::raw)
        .containsExactly("1", "1", "0", "0");
  }

  /** Another answer for the same judges. */
  private static JudgingRequested like(JudgingRequested answer) {
    return new JudgingRequested(
        UUID.randomUUID(), answer.judging(), answer.request(), answer.answer());
  }

  @Test
  void theSameAttemptIsNotMadeAgain() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.fails(500, "oh"));
    JudgingRequested answer = answerFor(harm(named("shaky", endpoint)));
    handIn(answer);
    String trouble = awaitVerdictMessage(answer);

    handIn(answer);

    assertThat(awaitVerdictMessage(answer)).isEqualTo(trouble);
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void nothingIsAskedForAnEvaluationThatIsCancelled() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(1));
    JudgingRequested another = answerFor(harm(named("solo", endpoint)));
    JudgingRequested cancelled =
        new JudgingRequested(
            UUID.randomUUID(),
            another.judging(),
            another.request(),
            another.answer(),
            null,
            1,
            UUID.randomUUID(),
            null,
            null);
    gateway.cancel(cancelled.cancelKey());
    await().atMost(PATIENCE).until(() -> cancellations.contains(cancelled.cancelKey()));

    handIn(cancelled);
    handIn(another);

    awaitVerdict(another);
    assertThat(furtherVerdictMessage(cancelled)).isEmpty();
    assertThat(endpoint.asked()).hasSize(1);
  }

  private static JudgingRequested attempt(int attempt, JudgingRequested answer) {
    return new JudgingRequested(
        answer.taskId(),
        answer.judging(),
        answer.request(),
        answer.answer(),
        answer.document(),
        attempt,
        answer.cancelKey(),
        null,
        null);
  }
}
