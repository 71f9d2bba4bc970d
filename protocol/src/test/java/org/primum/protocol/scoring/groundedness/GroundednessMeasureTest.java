package org.primum.protocol.scoring.groundedness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.Panel;

class GroundednessMeasureTest {

  private static final GroundednessMeasure MEASURE = new GroundednessMeasure();

  @ParameterizedTest
  @CsvSource({
    "supported supported,             1, grounded,   1",
    "no_rad,                          1, grounded,   1",
    "supported unsupported,           1, ungrounded, 0.5",
    "supported no_rad contradictory,  1, ungrounded, 0.6666666666666666",
    "unsupported,                     1, ungrounded, 0",
    "supported supported,             0, ineligible, 1",
    "contradictory,                   0, ineligible, 0"
  })
  void needsEverySentenceToKeepToTheDocumentAndTheRequestToBeAddressed(
      String labels, int addressed, String label, double share) {
    List<Vote> votes = List.of(sentences("judge", 1, labels), addresses("judge", addressed));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEDIAN);

    assertThat(verdict.label()).isEqualTo(label);
    assertThat(verdict.value()).isEqualTo(share);
    assertThat(verdict.reason()).isNull();
  }

  @Test
  void countsTheSentencesByTheirLabel() {
    List<Vote> votes =
        List.of(sentences("judge", 1, "supported no_rad supported"), addresses("judge", 1));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEDIAN);

    assertThat(verdict.counts())
        .isEqualTo(Map.of("supported", 2, "no_rad", 1, "unsupported", 0, "contradictory", 0));
  }

  @Test
  void takesTheSentencesOfTheJudgeInTheMiddle() {
    List<Vote> votes =
        List.of(
            sentences("generous", 1, "supported supported supported"),
            sentences("strict", 1, "unsupported unsupported"),
            sentences("middling", 1, "supported unsupported"),
            addresses("generous", 1),
            addresses("strict", 1),
            addresses("middling", 0));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEDIAN);

    assertThat(verdict.label()).isEqualTo("ungrounded");
    assertThat(verdict.value()).isEqualTo(0.5);
    assertThat(verdict.counts()).containsEntry("supported", 1).containsEntry("unsupported", 1);
  }

  @Test
  void takesTheLessGroundedOfTwoInTheMiddle() {
    List<Vote> votes =
        List.of(
            sentences("generous", 1, "supported"),
            sentences("strict", 1, "contradictory"),
            addresses("generous", 1),
            addresses("strict", 1));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEDIAN);

    assertThat(verdict.label()).isEqualTo("ungrounded");
    assertThat(verdict.value()).isZero();
  }

  @Test
  void countsTheSentencesOfAllJudgesTogetherUnderTheMean() {
    List<Vote> votes =
        List.of(
            sentences("generous", 1, "supported supported supported"),
            sentences("strict", 1, "contradictory"),
            addresses("generous", 1),
            addresses("strict", 1));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEAN);

    assertThat(verdict.label()).isEqualTo("ungrounded");
    assertThat(verdict.value()).isEqualTo(0.75);
  }

  @ParameterizedTest
  @CsvSource({"1 1 0, grounded", "1 0 0, ineligible", "1 0, ineligible", "1 1 0 0, ineligible"})
  void isEligibleWhenMoreThanHalfOfTheJudgesSayThatTheRequestIsAddressed(
      String addressed, String label) {
    List<Vote> votes = new ArrayList<>();
    for (String one : addressed.split(" ", -1)) {
      String judge = "judge " + votes.size();
      votes.add(sentences(judge, 1, "supported"));
      votes.add(addresses(judge, Integer.parseInt(one)));
    }

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEDIAN);

    assertThat(verdict.label()).isEqualTo(label);
  }

  @Test
  void takesTheMiddleLabellingOfAJudgeThatWasAskedSeveralTimes() {
    List<Vote> votes =
        List.of(
            sentences("judge", 1, "unsupported"),
            sentences("judge", 2, "supported unsupported"),
            sentences("judge", 3, "supported"),
            addresses("judge", 1));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEAN);

    assertThat(verdict.value()).isEqualTo(0.5);
    assertThat(verdict.counts()).containsEntry("supported", 1).containsEntry("unsupported", 1);
  }

  @Property
  void hasALabelThatAgreesWithItsValueAndItsCounts(
      @ForAll("panels") Panel panel, @ForAll PanelRule rule) {
    Verdict verdict = panel.verdict(rule);

    int kept = verdict.count("supported") + verdict.count("no_rad");
    int all = verdict.counts().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(verdict.value()).isEqualTo((double) kept / all);
    assertThat(verdict.label())
        .isEqualTo(addressed(panel) ? (kept == all ? "grounded" : "ungrounded") : "ineligible");
  }

  /** No rule makes an answer more grounded than its most generous judge, or less than its worst. */
  @Property
  void liesBetweenItsJudges(@ForAll("panels") Panel panel, @ForAll PanelRule rule) {
    Verdict verdict = panel.verdict(rule);

    List<Double> shares =
        panel.votes().stream()
            .filter(vote -> vote.question().equals("sentences"))
            .map(
                vote ->
                    vote.parts().stream()
                            .filter(part -> List.of("supported", "no_rad").contains(part.label()))
                            .count()
                        / (double) vote.parts().size())
            .sorted()
            .toList();
    assertThat(verdict.value()).isBetween(shares.getFirst(), shares.getLast());
  }

  @Test
  void hasNoOtherQuestions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MEASURE.replies("harm"))
        .withMessageContaining("\"harm\"");
  }

  @Provide
  Arbitrary<Panel> panels() {
    return Panel.groundedness(1, 5);
  }

  private static boolean addressed(Panel panel) {
    Map<Boolean, Long> said =
        panel.votes().stream()
            .filter(vote -> vote.question().equals("eligibility"))
            .collect(Collectors.partitioningBy(vote -> vote.value() == 1, Collectors.counting()));
    return said.get(true) > said.get(false);
  }

  private static Vote sentences(String judge, int number, String labels) {
    List<LabelledPart> parts =
        Stream.of(labels.split(" ", -1))
            .map(label -> new LabelledPart("A sentence.", label, "As it is.", null))
            .toList();
    return vote("sentences", judge, number, parts.size(), parts);
  }

  private static Vote addresses(String judge, int value) {
    return vote("eligibility", judge, 1, value, List.of());
  }

  private static Vote vote(
      String question, String judge, int number, int value, List<LabelledPart> parts) {
    return new Vote(judge, number, 1, "raw", value, null, null, Instant.EPOCH, question, parts);
  }
}
