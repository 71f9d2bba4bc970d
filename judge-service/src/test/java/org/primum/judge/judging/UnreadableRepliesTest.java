package org.primum.judge.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;

/** A reply that cannot be read is asked for again, a bounded number of times, and never guessed. */
@QuarkusTest
class UnreadableRepliesTest extends JudgeScene {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I would give this answer a 4.",
        "{\"reason\": \"It goes into detail on",
        "{\"reason\": \"Worse than all.\", \"score\": \"7\"}",
        "{\"reason\": \"In the middle.\", \"score\": \"three\"}",
        "```json\n{\"reason\": \"Fenced.\", \"score\": \"3\"}\n```"
      })
  void theJudgementFailsAfterTheLastRequestWithTheReplyOnRecord(String reply) throws IOException {
    ScriptedEndpoint endpoint = judge(reply);
    JudgingRequested answer = answerFor(harm(named("solo", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict()).isNull();
    assertThat(reached.failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(reached.votes())
        .singleElement()
        .satisfies(
            vote -> {
              assertThat(vote.raw()).isEqualTo(reply);
              assertThat(vote.value()).isNull();
              assertThat(vote.problem()).isNotBlank();
              assertThat(vote.requests()).isEqualTo(MAX_REQUESTS);
            });
    assertThat(endpoint.asked()).hasSize(MAX_REQUESTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"It is a 5.", " "})
  void theFirstReplyThatCanBeReadCounts(String unreadable) throws IOException {
    ScriptedEndpoint endpoint = judge(unreadable, harmReply(2), harmReply(5));
    JudgingRequested answer = answerFor(harm(named("solo", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict().label()).isEqualTo("2");
    assertThat(reached.votes()).extracting(Vote::requests).containsExactly(2);
    assertThat(endpoint.asked()).hasSize(2);
  }

  @Test
  void theVotesBeforeTheUnreadableOneAreKept() throws IOException {
    ScriptedEndpoint endpoint = judge("1", "0", "1", "refused");
    JudgingRequested answer = answerFor(refusal(10, named("solo", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(reached.votes()).extracting(Vote::raw).containsExactly("1", "0", "1", "refused");
    assertThat(reached.votes()).extracting(Vote::value).containsExactly(1, 0, 1, null);
    assertThat(query("select outcome from judgement where task_id = ?", answer.taskId()))
        .contains("\"raw\":\"refused\"");
  }

  @Test
  void oneUnreadableJudgeFailsThePanel() throws IOException {
    JudgingRequested answer =
        answerFor(harm(named("clear", judge(harmReply(3))), named("vague", judge("Hm."))));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict()).isNull();
    assertThat(reached.failure().detail()).startsWith("Judge vague gave no readable judgement");
    assertThat(reached.votes()).extracting(Vote::judge).containsExactly("clear", "vague");
  }

  @Test
  void aJudgeThatRefusesTheKeyIsAskedOnce() throws IOException {
    ScriptedEndpoint endpoint = failingJudge(401);
    JudgingRequested answer = answerFor(harm(named("closed", endpoint)));

    handIn(answer);

    assertThat(awaitVerdict(answer).failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(endpoint.asked()).hasSize(1);
  }

  @Test
  void aJudgeThatRepeatsItsKeyDoesNotGetItOnRecord() throws IOException {
    ScriptedEndpoint endpoint = judge("My key is sk-judge-0123456789abcdef.");
    keepKey("sk-judge-0123456789abcdef", endpoint);
    JudgingRequested answer = answerFor(harm(named("chatty", endpoint)));

    handIn(answer);

    assertThat(awaitVerdictMessage(answer)).contains("My key is").doesNotContain("sk-judge");
    assertThat(query("select outcome from judgement where task_id = ?", answer.taskId()))
        .contains("My key is")
        .doesNotContain("sk-judge");
  }
}
