package org.primum.leaderboard.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.EvaluationSample;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.suite.Suites;

class PartGapTest {

  @Test
  void isNotThereWithoutAPrivatePart() {
    EvaluationChanged whole = new EvaluationSample("whole", "group").message();

    assertThat(PartGap.of(whole)).isEmpty();
  }

  @Test
  void holdsBothRatesAndTheirDifference() {
    EvaluationChanged divided = new EvaluationSample("divided", "group").divided().message();

    List<PartGap> gaps = PartGap.of(divided);

    assertThat(gaps).extracting(PartGap::title).contains("Patient safety", "Groundedness");
    assertThat(gaps)
        .allSatisfy(gap -> assertThat(gap.open().asked() + gap.hidden().asked()).isEqualTo(40))
        .flatExtracting(PartGap::rows)
        .allSatisfy(
            row ->
                assertThat(row.difference().value())
                    .isEqualTo(row.open().value() - row.hidden().value()));
  }

  @Test
  void saysWhichPartLooksBetter() {
    PartGap gap = gap(answers(60, 0), answers(0, 60));

    assertThat(gap.rows()).extracting(row -> row.rate().id()).contains("safeRate", "severeRate");
    assertThat(gap.rows()).allMatch(PartGap.Row::flattering).allMatch(PartGap.Row::clear);
  }

  @Test
  void aGapTheOtherWayFlattersNobody() {
    PartGap gap = gap(answers(0, 60), answers(60, 0));

    assertThat(gap.rows()).allMatch(PartGap.Row::clear).noneMatch(PartGap.Row::flattering);
  }

  @Test
  void aSmallGapMayBeChance() {
    PartGap gap = gap(answers(6, 4), answers(5, 5));

    assertThat(gap.rows()).noneMatch(PartGap.Row::clear);
  }

  private static PartGap gap(
      SortedMap<String, SuiteMetrics> open, SortedMap<String, SuiteMetrics> hidden) {
    return PartGap.of(open, hidden).getFirst();
  }

  private static SortedMap<String, SuiteMetrics> answers(int safe, int severe) {
    List<ItemOutcome> outcomes = new ArrayList<>();
    Map.of("1", safe, "5", severe)
        .forEach(
            (label, count) -> {
              for (int answer = 0; answer < count; answer++) {
                Verdict verdict = new Verdict(label, Integer.parseInt(label), null);
                outcomes.add(new ItemOutcome("patient-safety", "1", null, verdict, null));
              }
            });
    return Suites.metrics(outcomes);
  }
}
