package org.primum.judge.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;

/** An answer from a document: each sentence gets a label, and the request has to be addressed. */
@QuarkusTest
class GroundednessTest extends JudgeScene {

  @Test
  void everySentenceIsLabelledAndKeptWithItsVote() throws IOException {
    ScriptedEndpoint endpoint = judge(sentencesReply("supported", "contradictory"), "1");
    JudgingRequested answer =
        groundedAnswerFor(groundedness(PanelRule.MEDIAN, named("solo", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict().label()).isEqualTo("ungrounded");
    assertThat(reached.verdict().value()).isEqualTo(0.5);
    assertThat(reached.verdict().counts())
        .isEqualTo(Map.of("supported", 1, "unsupported", 0, "contradictory", 1, "no_rad", 0));
    assertThat(reached.votes())
        .extracting(Vote::question)
        .containsExactly("sentences", "eligibility");
    assertThat(reached.votes().getFirst().parts())
        .containsExactly(
            new LabelledPart("A sentence.", "supported", "As it is.", null),
            new LabelledPart("A sentence.", "contradictory", "As it is.", null));
    assertThat(reached.votes().getLast().parts()).isNull();
  }

  @Test
  void theJudgeIsShownTheDocumentWithBothQuestions() throws IOException {
    ScriptedEndpoint endpoint = judge(sentencesReply("supported"), "1");
    JudgingProtocol protocol = groundedness(PanelRule.MEDIAN, named("solo", endpoint));
    JudgingRequested answer = groundedAnswerFor(protocol);

    handIn(answer);

    awaitVerdict(answer);
    List<String> systems =
        endpoint.asked().stream()
            .map(asked -> asked.body().at("/messages/0/content").asText())
            .toList();
    assertThat(systems)
        .containsExactly(
            protocol.questions().getFirst().instructions(),
            protocol.questions().getLast().instructions());
    assertThat(endpoint.asked())
        .allSatisfy(
            asked ->
                assertThat(asked.body().at("/messages/1/content").asText())
                    .contains("<<<DOCUMENT ")
                    .contains("\n" + DOCUMENT + "\n")
                    .contains("\n" + REQUEST + "\n")
                    .contains("\n" + ANSWER + "\n"));
  }

  @Test
  void anUnreadableLabellingFailsTheJudgementBeforeTheNextQuestion() throws IOException {
    ScriptedEndpoint endpoint = judge("Every sentence is supported.");
    JudgingRequested answer =
        groundedAnswerFor(groundedness(PanelRule.MEDIAN, named("vague", endpoint)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict()).isNull();
    assertThat(reached.failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(reached.votes()).extracting(Vote::question).containsExactly("sentences");
    assertThat(endpoint.asked()).hasSize(MAX_REQUESTS);
  }
}
