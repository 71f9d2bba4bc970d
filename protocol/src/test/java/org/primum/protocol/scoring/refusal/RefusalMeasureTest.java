package org.primum.protocol.scoring.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Votes;

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
}
