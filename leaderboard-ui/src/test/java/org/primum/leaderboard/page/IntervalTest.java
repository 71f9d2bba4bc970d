package org.primum.leaderboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Wilson;

class IntervalTest {

  @Test
  void liesWhereTheRateLies() {
    Interval interval = Interval.of(new Estimate(0.5, 0.25, 0.75));

    assertThat(interval).isEqualTo(new Interval(25, 50, 50));
  }

  @Test
  void staysOnTheBarAtItsEnds() {
    Interval all = Interval.of(Wilson.interval(100_000, 100_000));
    Interval none = Interval.of(Wilson.interval(0, 100_000));

    assertThat(all).isEqualTo(new Interval(99, 1, 100));
    assertThat(none).isEqualTo(new Interval(0, 1, 0));
  }

  @Test
  void canBeSeenHoweverNarrowItIs() {
    Interval interval = Interval.of(new Estimate(0.4, 0.3999, 0.4001));

    assertThat(interval.width()).isEqualTo(Interval.NARROWEST);
  }
}
