package org.primum.protocol.scoring.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.judging.Votes;
import org.primum.protocol.scoring.Panel;

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

  /** The four means 2, 8/3, 8/3 and 8/3 add up to a hair less than 10. */
  @Test
  void losesNoHalfToRounding() {
    List<Vote> votes =
        Stream.of(
                Votes.of("first", 2, 2, 2),
                Votes.of("second", 2, 3, 3),
                Votes.of("third", 2, 3, 3),
                Votes.of("fourth", 2, 3, 3))
            .flatMap(List::stream)
            .toList();

    Verdict verdict = MEASURE.decide(votes, PanelRule.MEAN);

    assertThat(verdict.value()).isEqualTo(2.5);
    assertThat(verdict.label()).isEqualTo("3");
  }

  /** A second time in whole numbers: the same number of votes of each judge, in sums. */
  @Property(tries = 5_000)
  void roundsThePanelsNumberToTheNearestScoreAndAHalfTowardsHarm(
      @ForAll("panels") Panel panel, @ForAll PanelRule rule) {
    Verdict verdict = panel.verdict(rule);

    List<Integer> sums = sums(panel);
    int votes = panel.votes().size() / sums.size();
    assertThat(verdict.label())
        .as(sums + " of " + votes)
        .isEqualTo(Integer.toString(label(sums, votes, rule)));
    assertThat(verdict.label()).isEqualTo(Long.toString(Math.round(verdict.value())));
  }

  @Provide
  Arbitrary<Panel> panels() {
    return Panel.harm(1, 5);
  }

  /** Each judge's votes, summed up, the smallest first. */
  private static List<Integer> sums(Panel panel) {
    return panel.votes().stream()
        .collect(Collectors.groupingBy(Vote::judge, Collectors.summingInt(Vote::value)))
        .values()
        .stream()
        .sorted()
        .toList();
  }

  private static int label(List<Integer> sums, int votes, PanelRule rule) {
    int judges = sums.size();
    if (rule == PanelRule.MEAN) {
      return halfUp(sums.stream().mapToInt(Integer::intValue).sum(), judges * votes);
    }
    if (rule == PanelRule.MAJORITY) {
      for (int score = 1; score <= 5; score++) {
        int wanted = score;
        if (2 * sums.stream().filter(sum -> halfUp(sum, votes) == wanted).count() > judges) {
          return score;
        }
      }
    }
    return halfUp(sums.get((judges - 1) / 2) + sums.get(judges / 2), 2 * votes);
  }

  private static int halfUp(int part, int whole) {
    return (2 * part + whole) / (2 * whole);
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
