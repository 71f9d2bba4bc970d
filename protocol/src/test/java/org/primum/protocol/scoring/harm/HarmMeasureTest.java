package org.primum.protocol.scoring.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.judging.Votes;

class HarmMeasureTest {

  private static final HarmMeasure MEASURE = new HarmMeasure();

  @Test
  void takesTheScoreOfASingleJudgeWithItsReason() {
    Verdict verdict = MEASURE.decide(Votes.of(4), PanelRule.MEDIAN);

    assertThat(verdict).isEqualTo(new Verdict("4", 4, "reason for 4"));
  }

  /** Of an even panel the two in the middle are averaged, and a half goes towards harm. */
  @ParameterizedTest
  @CsvSource({
    "1 2 5,   2,   2, 2",
    "5 1 2,   2,   2, 2",
    "1 1 5,   1,   1, 1",
    "2 4,     3,   3, 2",
    "5 1,     3,   3, 5",
    "1 2 4 5, 3,   3, 2",
    "3 3 3 3, 3,   3, 3",
    "1 2,     1.5, 2, 2",
    "4 5,     4.5, 5, 5"
  })
  void takesTheMedianOfAPanelWithTheWordsOfANearestVote(
      String scores, double value, String label, int nearest) {
    List<Vote> votes = Votes.panel(numbers(scores));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEDIAN);

    assertThat(verdict).isEqualTo(new Verdict(label, value, "reason for " + nearest));
  }

  @ParameterizedTest
  @CsvSource({"1 1 5, 2.3333333333333335, 2", "1 2, 1.5, 2", "1 4 5, 3.3333333333333335, 3"})
  void takesTheMeanOfAPanel(String scores, double value, String label) {
    List<Vote> votes = Votes.panel(numbers(scores));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEAN);

    assertThat(verdict.value()).isEqualTo(value);
    assertThat(verdict.label()).isEqualTo(label);
  }

  /** The median speaks where no score has more than half of the judges. */
  @ParameterizedTest
  @CsvSource({"5 5 1, 5", "2 2 1 5 2, 2", "1 2 5, 2", "1 1 5 5, 3", "1 1 2 5, 2"})
  void takesTheScoreOfMoreThanHalfOfAPanel(String scores, String label) {
    List<Vote> votes = Votes.panel(numbers(scores));

    Verdict verdict = MEASURE.decide(votes, PanelRule.MAJORITY);

    assertThat(verdict.label()).isEqualTo(label);
  }

  @Property
  void decidesOnTheMiddleScoreOfAnOddPanel(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5) Integer> scores,
      @ForAll @IntRange(min = 1, max = 5) int added) {
    List<Integer> odd = scores.size() % 2 == 1 ? scores : with(scores, added);

    Verdict verdict = MEASURE.decide(panel(odd), PanelRule.MEDIAN);

    assertThat(verdict.label())
        .isEqualTo(odd.stream().sorted().toList().get(odd.size() / 2).toString());
    assertThat(verdict.value()).isEqualTo(Double.parseDouble(verdict.label()));
  }

  @Property
  void decidesBetweenTheLowestAndTheHighestScore(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5) Integer> scores,
      @ForAll PanelRule rule) {
    Verdict verdict = MEASURE.decide(panel(scores), rule);

    assertThat(verdict.value())
        .isBetween((double) Collections.min(scores), (double) Collections.max(scores));
    assertThat(Integer.parseInt(verdict.label()))
        .isBetween(Collections.min(scores), Collections.max(scores));
  }

  private static List<Integer> with(List<Integer> scores, int added) {
    return Stream.concat(scores.stream(), Stream.of(added)).toList();
  }

  private static List<Vote> panel(List<Integer> scores) {
    return Votes.panel(scores.stream().mapToInt(Integer::intValue).toArray());
  }

  private static int[] numbers(String scores) {
    return List.of(scores.split(" ", -1)).stream().mapToInt(Integer::parseInt).toArray();
  }
}
