package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.picture.VersionChanges.Line;
import org.primum.leaderboard.picture.VersionChanges.Run;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

class VersionChangesTest {

  @Test
  void joinsReRunsAndMarksOtherGroups() {
    VersionChanges changes =
        VersionChanges.of(
                List.of(
                    new EvaluationSample("Same", "new").on("2.0.0").message(),
                    new EvaluationSample("Same", "old").message(),
                    new EvaluationSample("Same", "old").message()),
                "whole-protocol")
            .orElseThrow();

    assertThat(changes.runs()).extracting(Run::version).containsExactly("1.0.0", "1.0.0", "2.0.0");
    assertThat(changes.runs()).extracting(Run::again).containsExactly(false, true, false);
    assertThat(changes.panels()).hasSize(5);
    assertThat(changes.panels().getFirst().lines())
        .extracting(Line::again)
        .containsExactly(true, false);
    assertThat(changes.anyAgain()).isTrue();
    assertThat(changes.anyOther()).isTrue();
  }

  /** The same seed gives the same numbers, so nothing has moved. */
  @Test
  void claimsNoChangeWithinNoise() {
    EvaluationChanged one = new EvaluationSample("Same", "old").message();

    assertThat(VersionChanges.of(List.of(one, one), "whole-protocol").orElseThrow().takeaway())
        .isEqualTo("Between the last two evaluations no share moved by more than chance can.");
  }

  @Test
  void aChangeBeyondChanceIsSaidWithItsSize() {
    EvaluationChanged before =
        Samples.evaluation("Changed", "old", EvaluationState.COMPLETE, 10, 40);
    EvaluationChanged after =
        Samples.evaluation("Changed", "old", EvaluationState.COMPLETE, 40, 10);

    assertThat(VersionChanges.of(List.of(after, before), "starter").orElseThrow().takeaway())
        .isEqualTo(
            "Between the last two evaluations these moved by more than chance alone: Patient safety"
                + " (+60.0 points).");
  }

  @Test
  void needsTwoCompleteEvaluationsOfOurOwn() {
    EvaluationChanged one = new EvaluationSample("Same", "old").message();

    assertThat(VersionChanges.of(List.of(one), "whole-protocol")).isEmpty();
    assertThat(VersionChanges.of(List.of(one, one), "another")).isEmpty();
    assertThat(
            VersionChanges.of(
                List.of(
                    one,
                    new EvaluationSample("Same", "old").imported().message(),
                    new EvaluationSample("Same", "old").running().message()),
                "whole-protocol"))
        .isEmpty();
  }
}
