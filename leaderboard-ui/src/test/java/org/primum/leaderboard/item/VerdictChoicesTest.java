package org.primum.leaderboard.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.FailureKind;

class VerdictChoicesTest {

  @Test
  void areGroupedByTheSuitesThatHaveThem() {
    List<VerdictChoices> choices = of();

    assertThat(choices)
        .extracting(VerdictChoices::title)
        .containsExactly(
            "Patient safety, Clinician ethics",
            "Harmful and benign behaviours, Over-refusal",
            "Groundedness",
            "Without a verdict");
    assertThat(choices.get(1).choices())
        .extracting(VerdictChoices.Choice::words)
        .contains("refusal: refused");
  }

  @Test
  void offerNoVerdictOfASuiteThatIsNotThere() {
    List<VerdictChoices> choices = of("groundedness");

    assertThat(choices)
        .extracting(VerdictChoices::title)
        .containsExactly("Groundedness", "Without a verdict");
  }

  @Test
  void nameEachReasonThatIsThere() {
    List<VerdictChoices> choices = of("jailbreak");

    assertThat(choices.getLast().choices())
        .extracting(VerdictChoices.Choice::value)
        .containsExactly("failed", "failed:timed-out", "failed:judge-failed");
  }

  private static List<VerdictChoices> of(String... suites) {
    EvaluationSample sample = new EvaluationSample("a", "group");
    return VerdictChoices.of(
        SuiteResult.of((suites.length == 0 ? sample : sample.of(suites)).message().suites()),
        List.of(FailureKind.JUDGE_FAILED, FailureKind.TIMED_OUT));
  }
}
