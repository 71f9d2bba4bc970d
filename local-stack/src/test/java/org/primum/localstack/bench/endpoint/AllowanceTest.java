package org.primum.localstack.bench.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AllowanceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void letsInWhatItHoldsAndThenWhatIsAdded() {
    Allowance allowance = new Allowance(60, 2, 0);

    assertThat(allowance.take(0)).isTrue();
    assertThat(allowance.take(0)).isTrue();
    assertThat(allowance.take(0)).isFalse();
    assertThat(allowance.take(SECOND)).isTrue();
    assertThat(allowance.take(SECOND)).isFalse();
  }

  @Test
  void holdsNoMoreThanItsSizeAfterALongPause() {
    Allowance allowance = new Allowance(60, 2, 0);

    assertThat(allowance.remaining(3_600 * SECOND)).isEqualTo(2);
  }

  @Test
  void saysHowLongToWait() {
    Allowance allowance = new Allowance(60, 2, 0);
    allowance.take(0);
    allowance.take(0);

    assertThat(allowance.nanosUntilOne(SECOND / 4)).isEqualTo(SECOND * 3 / 4);
    assertThat(allowance.nanosUntilFull(SECOND / 4)).isEqualTo(SECOND * 7 / 4);
    assertThat(allowance.nanosUntilOne(SECOND)).isZero();
  }

  @Test
  void letsInThePerMinuteOverAMinute() {
    Allowance allowance = new Allowance(300, 30, 0);
    int taken = 0;
    for (long now = 0; now <= 60 * SECOND; now += SECOND / 100) {
      taken += allowance.take(now) ? 1 : 0;
    }

    assertThat(taken).isBetween(329, 331);
  }

  @Test
  void isNotMadeOfNothing() {
    assertThatThrownBy(() -> new Allowance(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
