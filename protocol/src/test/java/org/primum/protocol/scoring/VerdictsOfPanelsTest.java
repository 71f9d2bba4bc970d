package org.primum.protocol.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;

/** What holds for the verdicts of every measure. */
class VerdictsOfPanelsTest {

  @Property
  void theOrderOfVotesAndJudgesDoesNotMatter(
      @ForAll("panels") Panel panel, @ForAll PanelRule rule, @ForAll Random random) {
    List<Vote> shuffled = new ArrayList<>(panel.votes());
    Collections.shuffle(shuffled, random);

    Verdict verdict = new Panel(panel.measure(), shuffled).verdict(rule);

    assertThat(verdict).isEqualTo(panel.verdict(rule));
  }

  @Property
  void everyRuleIsTheSameForOneJudge(@ForAll("singleJudges") Panel panel) {
    Verdict mean = panel.verdict(PanelRule.MEAN);

    assertThat(panel.verdict(PanelRule.MEDIAN)).isEqualTo(mean);
    assertThat(panel.verdict(PanelRule.MAJORITY)).isEqualTo(mean);
  }

  @Property
  void everyVerdictHasALabelOfItsMeasure(@ForAll("panels") Panel panel, @ForAll PanelRule rule) {
    Verdict verdict = panel.verdict(rule);

    assertThat(panel.measure().labels()).containsKey(verdict.label());
  }

  @Provide
  Arbitrary<Panel> panels() {
    return Panel.any(1, 5);
  }

  @Provide
  Arbitrary<Panel> singleJudges() {
    return Panel.any(1, 1);
  }
}
