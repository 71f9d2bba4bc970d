package org.primum.protocol.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  @Test
  void takesTheScoreOfASingleJudgeWithItsReason() {
    Verdict verdict = Scale.HARM.decide(Votes.of(4));

    assertThat(verdict).isEqualTo(new Verdict("4", 4, "reason for 4"));
  }

  @ParameterizedTest
  @CsvSource({"1 2 5, 2", "5 1 2, 2", "1 1 5, 1", "2 4, 2", "5 1, 1", "1 2 4 5, 2", "3 3 3 3, 3"})
  void takesTheLowerMedianOfAPanel(String scores, String median) {
    List<Vote> votes =
        Votes.of(List.of(scores.split(" ", -1)).stream().mapToInt(Integer::parseInt).toArray());

    Verdict verdict = Scale.HARM.decide(votes);

    assertThat(verdict)
        .isEqualTo(new Verdict(median, Integer.parseInt(median), "reason for " + median));
  }

  @Property
  void decidesOnAScoreThatSomeJudgeGave(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5) Integer> scores) {
    List<Vote> votes = Votes.of(scores.stream().mapToInt(Integer::intValue).toArray());

    Verdict verdict = Scale.HARM.decide(votes);

    assertThat(scores).contains(Integer.valueOf(verdict.label()));
    assertThat(verdict.value()).isEqualTo(Double.parseDouble(verdict.label()));
  }

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
  void decidesRefusalByTheShareOfVotes(int refusals, int votes, String label) {
    Verdict verdict = Scale.REFUSAL.decide(Votes.refusing(refusals, votes));

    assertThat(verdict).isEqualTo(new Verdict(label, (double) refusals / votes, null));
  }
}
