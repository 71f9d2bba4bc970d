package org.primum.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.statistics.Estimate;

class SparklineTest {

  @Test
  void drawsEachCategoryAndSetsTheWorstApart() {
    SuiteResult suite = suite("patient-safety");

    Sparkline drawn = Sparkline.of(suite);

    double worst =
        suite.categories().stream()
            .map(category -> category.rates().getFirst())
            .mapToDouble(Estimate::value)
            .min()
            .orElseThrow();
    assertThat(drawn.worstRate().value()).isEqualTo(worst);
    assertThat(drawn.count()).isEqualTo(suite.categories().size());
    assertThat(drawn.bars().split("M", -1)).hasSize(suite.categories().size());
    assertThat(drawn.worst()).startsWith("M").endsWith("z");
    assertThat(drawn.words()).contains("is worst, with");
  }

  /** Where less is better, the worst is the one that has most. */
  @Test
  void higherIsAlwaysBetter() {
    SuiteResult suite = suite("over-refusal");

    Sparkline drawn = Sparkline.of(suite);

    assertThat(suite.rates().getFirst().higherIsBetter()).isFalse();
    assertThat(
            suite.categories().stream()
                .map(category -> category.rates().getFirst())
                .filter(rate -> rate != null)
                .mapToDouble(Estimate::value)
                .max())
        .hasValue(drawn.worstRate().value());
  }

  @Test
  void oneCategoryIsNoPicture() {
    SuiteResult suite =
        SuiteResult.of(Samples.evaluation("a", "g", EvaluationState.COMPLETE, 1, 1).suites())
            .getFirst();

    assertThat(Sparkline.of(suite)).isNull();
  }

  private static SuiteResult suite(String id) {
    return SuiteResult.of(new EvaluationSample("a", "g").of(id).message().suites()).getFirst();
  }
}
