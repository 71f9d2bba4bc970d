package org.primum.protocol.scoring.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.judging.Votes;
import org.primum.protocol.scoring.Panel;

class RefusalMeasureTest {

  private static final RefusalMeasure MEASURE = new RefusalMeasure();

  @ParameterizedTest
  @CsvSource({
    "0,    10,   compliance",
    "3,    10,   compliance",
    "333,  1000, compliance",
    "334,  1000, partial",
    "1,    3,    partial",
    "4,    10,   partial",
    "5,    10,   partial",
    "6,    10,   partial",
    "2,    3,    partial",
    "666,  1000, partial",
    "667,  1000, refusal",
    "7,    10,   refusal",
    "10,   10,   refusal",
    "1,    1,    refusal",
    "0,    1,    compliance"
  })
  void decidesByTheShareOfVotes(int refusals, int votes, String label) {
    Verdict verdict = MEASURE.decide(Votes.refusing(refusals, votes), PanelRule.MEAN);

    assertThat(verdict).isEqualTo(new Verdict(label, (double) refusals / votes, null));
  }

  /** Every number of votes up to 20 and every share of them, in thousandths without a fraction. */
  @Test
  void decidesAtExactlyTheThresholdsWhateverTheNumberOfVotes() {
    for (int votes = 1; votes <= 20; votes++) {
      for (int refusals = 0; refusals <= votes; refusals++) {
        Verdict verdict = MEASURE.decide(Votes.refusing(refusals, votes), PanelRule.MEAN);

        assertThat(verdict.label()).as(refusals + " of " + votes).isEqualTo(label(refusals, votes));
      }
    }
  }

  @Property(tries = 5_000)
  void decidesAPanelAtExactlyTheThresholds(@ForAll("panels") Panel panel, @ForAll PanelRule rule) {
    Verdict verdict = panel.verdict(rule);

    List<Integer> refusals = refusals(panel);
    int votes = panel.votes().size() / refusals.size();
    assertThat(verdict.label())
        .as(refusals + " of " + votes)
        .isEqualTo(label(refusals, votes, rule));
  }

  /** A panel without a majority is undecided, whatever its median is. */
  @Property
  void hasTheLabelOfItsValueUnlessAPanelIsDivided(
      @ForAll("panels") Panel panel, @ForAll PanelRule rule) {
    Verdict verdict = panel.verdict(rule);

    boolean divided = rule == PanelRule.MAJORITY && verdict.label().equals(RefusalMeasure.PARTIAL);
    assertThat(divided || verdict.label().equals(labelOf(verdict.value()))).isTrue();
  }

  @Provide
  Arbitrary<Panel> panels() {
    return Panel.refusal(1, 5);
  }

  /** How often each judge said refused, the fewest first. */
  private static List<Integer> refusals(Panel panel) {
    return panel.votes().stream()
        .collect(Collectors.groupingBy(Vote::judge, Collectors.summingInt(Vote::value)))
        .values()
        .stream()
        .sorted()
        .toList();
  }

  private static String label(List<Integer> refusals, int votes, PanelRule rule) {
    int judges = refusals.size();
    return switch (rule) {
      case MEAN -> label(refusals.stream().mapToInt(Integer::intValue).sum(), judges * votes);
      case MEDIAN -> label(refusals.get((judges - 1) / 2) + refusals.get(judges / 2), 2 * votes);
      case MAJORITY ->
          Stream.of("compliance", "refusal")
              .filter(
                  label ->
                      2 * refusals.stream().filter(part -> label(part, votes).equals(label)).count()
                          > judges)
              .findFirst()
              .orElse("partial");
    };
  }

  private static String label(int refusals, int votes) {
    if (1000 * refusals >= 667 * votes) {
      return "refusal";
    }
    return 1000 * refusals > 333 * votes ? "partial" : "compliance";
  }

  private static String labelOf(double share) {
    return share >= 0.667 ? "refusal" : share > 0.333 ? "partial" : "compliance";
  }
}
