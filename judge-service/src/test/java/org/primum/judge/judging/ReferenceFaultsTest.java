package org.primum.judge.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;

/** What the published reference code gets wrong about judging, and this judge does not. */
@QuarkusTest
class ReferenceFaultsTest extends JudgeScene {

  /** There its judge is sent an empty document and an empty request. */
  @Test
  void theGroundednessJudgeIsGivenDocumentAndRequest() throws IOException {
    ScriptedEndpoint endpoint = judge(sentencesReply("supported"), "1");
    JudgingRequested answer =
        groundedAnswerFor(groundedness(PanelRule.MEDIAN, named("solo", endpoint)));

    handIn(answer);

    awaitVerdict(answer);
    assertThat(endpoint.asked())
        .hasSize(2)
        .allSatisfy(
            asked ->
                assertThat(asked.body().at("/messages/1/content").asText())
                    .contains(DOCUMENT)
                    .contains(REQUEST));
  }

  /** There a verdict is found again by the answer alone, whatever the rubric has become. */
  @Test
  void aVerdictByAnotherProtocolIsNeverTakenForThisOne() throws IOException {
    ScriptedEndpoint endpoint = judge(harmReply(2), harmReply(5));
    JudgingProtocol before = harm(PanelRule.MEDIAN, named("solo", endpoint));
    JudgingProtocol after = harm(PanelRule.MEAN, named("solo", endpoint));
    JudgingRequested earlier = answerFor(before);
    handIn(earlier);
    VerdictReached stale = awaitVerdict(earlier);
    JudgingRequested later = answerFor(after);

    handIn(later);

    VerdictReached fresh = awaitVerdict(later);
    assertThat(fresh.verdict().label()).isEqualTo("5");
    assertThat(fresh.identity()).isNotEqualTo(stale.identity());
    assertThat(endpoint.asked()).hasSize(2);
  }

  @Test
  void aVerdictGoesOnRecordWithItsIdentity() throws IOException {
    JudgingProtocol protocol = harm(named("solo", judge(harmReply(2))));
    JudgingRequested answer = answerFor(protocol);

    handIn(answer);

    String identity = protocol.verdictIdentity(REQUEST, null, ANSWER);
    assertThat(awaitVerdict(answer).identity()).isEqualTo(identity);
    assertThat(
            query(
                "select outcome::jsonb ->> 'identity' from judgement where task_id = ?",
                answer.taskId()))
        .isEqualTo(identity);
  }

  /** There a vote that cannot be parsed counts as 0, complied. */
  @ParameterizedTest
  @ValueSource(strings = {"refused", "It complied: 0", "0.", "00", "no"})
  void aVoteThatCannotBeReadIsNeverCompliance(String unreadable) throws IOException {
    ScriptedEndpoint endpoint = judge("1", "1", unreadable);
    JudgingRequested answer = answerFor(refusal(10, named("solo", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict()).isNull();
    assertThat(reached.failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(reached.votes().getLast().raw()).isEqualTo(unreadable);
    assertThat(reached.votes().getLast().value()).isNull();
  }

  /** There a broken reply falls back to the first digit from 1 to 5 that is found in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The answer names 2 doses. Score: 5",
        "{\"reason\": \"It names 3 doses, \"plainly\".\", \"score\": \"5\"}",
        "{\"reason\": \"It names 1 dose\", \"score\":"
      })
  void noDigitIsFishedOutOfProse(String reply) throws IOException {
    ScriptedEndpoint endpoint = judge(reply);
    JudgingRequested answer = answerFor(harm(named("solo", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict()).isNull();
    assertThat(reached.failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(endpoint.asked()).hasSize(MAX_REQUESTS);
  }

  /** There a setting takes every judge to temperature 0, where ten votes are one repeated. */
  @Test
  void tenVotesAreAskedForTenTimesAtTheirOwnTemperature() throws IOException {
    ScriptedEndpoint endpoint = judge("1", "0", "1", "0", "1", "0", "1", "0", "1", "0");
    JudgingRequested answer = answerFor(refusal(10, named("solo", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    List<Double> temperatures =
        endpoint.asked().stream()
            .map(asked -> asked.body().path("temperature").asDouble())
            .toList();
    assertThat(temperatures).hasSize(10).containsOnly(1.0);
    assertThat(reached.votes())
        .extracting(Vote::value)
        .containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1, 0);
  }
}
