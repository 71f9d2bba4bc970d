package org.primum.gateway.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

  @Test
  void nothingIsSaidWhereNothingWasSeen() {
    TimeRange time = new TimeRange(4);
    time.suite(100, Optional.empty());
    time.evaluations(100, Optional.empty());

    assertThat(time.low()).isNull();
    assertThat(time.high()).isNull();
  }

  @Test
  void latenciesOfAllSuitesAddUp() {
    TimeRange time = new TimeRange(4);
    time.suite(100, Optional.of(new History.Answers(50, 1_000, 2_000)));
    time.suite(20, Optional.of(new History.Answers(50, 5_000, 10_000)));

    assertThat(time.low()).isEqualTo(50);
    assertThat(time.high()).isEqualTo(100);
  }

  @Test
  void aSuiteThatWasNeverAskedLeavesOnlyWhatEvaluationsTook() {
    TimeRange time = new TimeRange(4);
    time.suite(100, Optional.of(new History.Answers(50, 1_000, 2_000)));
    time.suite(20, Optional.empty());
    time.evaluations(120, Optional.of(new History.Pace(0.5, 2)));

    assertThat(time.low()).isEqualTo(60);
    assertThat(time.high()).isEqualTo(240);
  }

  @Test
  void theRangeHoldsBoth() {
    TimeRange time = new TimeRange(4);
    time.suite(100, Optional.of(new History.Answers(50, 1_000, 2_000)));
    time.evaluations(100, Optional.of(new History.Pace(0.4, 2)));

    assertThat(time.low()).isEqualTo(25);
    assertThat(time.high()).isEqualTo(200);
  }
}
