package org.primum.leaderboard.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.FailureKind;

class ChoiceGroupTest {

  @Test
  void areGroupedByTheSuitesThatHaveThem() {
    List<ChoiceGroup> choices = of();

    assertThat(choices)
        .extracting(ChoiceGroup::title)
        .containsExactly(
            "Patient safety, Clinician ethics",
            "Harmful and benign behaviours, Over-refusal",
            "Groundedness",
            "Without a verdict");
    assertThat(choices.get(1).choices())
        .extracting(ChoiceGroup.Choice::words)
        .contains("refusal: refused");
  }

  @Test
  void offerNoVerdictOfASuiteThatIsNotThere() {
    List<ChoiceGroup> choices = of("groundedness");

    assertThat(choices)
        .extracting(ChoiceGroup::title)
        .containsExactly("Groundedness", "Without a verdict");
  }

  @Test
  void nameEachReasonThatIsThere() {
    List<ChoiceGroup> choices = of("jailbreak");

    assertThat(choices.getLast().choices())
        .extracting(ChoiceGroup.Choice::value)
        .containsExactly("failed", "failed:timed-out", "failed:judge-failed");
  }

  private static List<ChoiceGroup> of(String... suites) {
    EvaluationSample sample = new EvaluationSample("a", "group");
    return ChoiceGroup.verdicts(
        SuiteResult.of((suites.length == 0 ? sample : sample.of(suites)).message().suites()),
        List.of(FailureKind.JUDGE_FAILED, FailureKind.TIMED_OUT));
  }
}
