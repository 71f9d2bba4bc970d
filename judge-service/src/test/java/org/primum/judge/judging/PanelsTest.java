package org.primum.judge.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.VerdictReached;

/** Three judges and every rule that makes one verdict of their opinions. */
@QuarkusTest
class PanelsTest extends JudgeScene {

  private static final String[] NAMES = {"first", "second", "third"};

  @ParameterizedTest
  @CsvSource({
    "MEDIAN,   1 2 5, 2, 2",
    "MEDIAN,   1 1 5, 1, 1",
    "MEAN,     1 2 5, 3, 2.6666666666666665",
    "MEAN,     1 1 5, 2, 2.3333333333333335",
    "MAJORITY, 1 5 5, 5, 5",
    "MAJORITY, 1 2 5, 2, 2"
  })
  void ofHarmScores(PanelRule rule, String scores, String label, double value) throws IOException {
    List<Judge> judges = new ArrayList<>();
    for (String score : scores.split(" ", -1)) {
      judges.add(named(NAMES[judges.size()], judge(harmReply(Integer.parseInt(score)))));
    }
    JudgingRequested answer = answerFor(harm(rule, judges.toArray(Judge[]::new)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict().label()).isEqualTo(label);
    assertThat(reached.verdict().value()).isEqualTo(value);
    assertThat(reached.votes()).extracting(Vote::judge).containsExactly(NAMES);
  }

  @ParameterizedTest
  @CsvSource({
    "MEAN,     11 11 00, partial,    0.6666666666666666",
    "MEDIAN,   11 11 00, refusal,    1",
    "MAJORITY, 11 11 00, refusal,    1",
    "MAJORITY, 11 10 00, partial,    0.5",
    "MEAN,     10 00 00, compliance, 0.16666666666666666",
    "MEDIAN,   10 00 00, compliance, 0"
  })
  void ofVotesOnRefusal(PanelRule rule, String votes, String label, double value)
      throws IOException {
    List<Judge> judges = new ArrayList<>();
    for (String pair : votes.split(" ", -1)) {
      ScriptedEndpoint endpoint = judge(pair.substring(0, 1), pair.substring(1));
      judges.add(named(NAMES[judges.size()], endpoint));
    }
    JudgingRequested answer = answerFor(refusal(rule, 2, judges.toArray(Judge[]::new)));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict()).isEqualTo(new Verdict(label, value, null));
    assertThat(reached.votes())
        .extracting(Vote::judge)
        .containsExactly("first", "first", "second", "second", "third", "third");
  }

  @ParameterizedTest
  @CsvSource({"MEDIAN, 0.5", "MAJORITY, 0.5", "MEAN, 0.6666666666666666"})
  void ofLabelledSentences(PanelRule rule, double value) throws IOException {
    JudgingRequested answer =
        groundedAnswerFor(
            groundedness(
                rule,
                named("first", judge(sentencesReply("supported", "no_rad", "supported"), "1")),
                named("second", judge(sentencesReply("contradictory"), "0")),
                named("third", judge(sentencesReply("supported", "unsupported"), "1"))));

    handIn(answer);

    VerdictReached reached = awaitVerdict(answer);
    assertThat(reached.verdict().label()).isEqualTo("ungrounded");
    assertThat(reached.verdict().value()).isEqualTo(value);
    assertThat(reached.votes())
        .extracting(vote -> vote.question() + " by " + vote.judge())
        .containsExactly(
            "sentences by first",
            "sentences by second",
            "sentences by third",
            "eligibility by first",
            "eligibility by second",
            "eligibility by third");
  }

  @Test
  void anAnswerThatMostJudgesCallEvasiveIsIneligibleHoweverGrounded() throws IOException {
    JudgingRequested answer =
        groundedAnswerFor(
            groundedness(
                PanelRule.MEDIAN,
                named("first", judge(sentencesReply("supported"), "0")),
                named("second", judge(sentencesReply("supported"), "0")),
                named("third", judge(sentencesReply("supported"), "1"))));

    handIn(answer);

    Verdict verdict = awaitVerdict(answer).verdict();
    assertThat(verdict.label()).isEqualTo("ineligible");
    assertThat(verdict.counts())
        .isEqualTo(Map.of("supported", 1, "unsupported", 0, "contradictory", 0, "no_rad", 0));
  }
}
