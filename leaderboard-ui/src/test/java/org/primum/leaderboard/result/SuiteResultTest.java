package org.primum.leaderboard.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.protocol.scoring.Rate;

class SuiteResultTest {

  @Test
  void isInTheOrderOfThePerspectives() {
    List<SuiteResult> suites = of(new EvaluationSample("a", "group"));

    assertThat(suites)
        .extracting(SuiteResult::id)
        .containsExactly(
            "patient-safety", "clinician-ethics", "jailbreak", "over-refusal", "groundedness");
  }

  @Test
  void saysWhatIsMissingAndWhatThatCouldMean() {
    SuiteResult suite = of(new EvaluationSample("a", "group").missingEvery(5)).getFirst();

    assertThat(suite.missing()).extracting(SuiteResult.Missing::count).containsExactly(4, 4);
    assertThat(suite.toCome()).isZero();
    assertThat(suite.bounded()).isTrue();
  }

  @Test
  void whatIsToComeIsNotMissing() {
    SuiteResult suite = of(new EvaluationSample("a", "group").running()).getFirst();

    assertThat(suite.missing()).isEmpty();
    assertThat(suite.toCome()).isEqualTo(20);
  }

  @Test
  void repeatsAreOfTheRateTheyWereTakenFrom() {
    List<SuiteResult> suites = of(new EvaluationSample("a", "group").repeated(3));

    assertThat(suites)
        .extracting(suite -> suite.repeats().rate())
        .extracting(Rate::id)
        .containsExactly(
            "safeRate", "safeRate", "attackSuccessRate", "attackSuccessRate", "groundedRate");
    assertThat(suites)
        .allSatisfy(
            suite ->
                assertThat(suite.repeats().rate().estimate().value())
                    .isBetween(
                        suite.repeats().spread().minimum(), suite.repeats().spread().maximum()));
  }

  @Test
  void hasNoRepeatsWhereItemsAreAskedOnce() {
    assertThat(of(new EvaluationSample("a", "group"))).allMatch(suite -> suite.repeats() == null);
  }

  private static List<SuiteResult> of(EvaluationSample sample) {
    return SuiteResult.of(sample.message().suites());
  }
}
