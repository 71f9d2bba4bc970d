package org.primum.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EndpointReport;

class RetriesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant EARLIER = NOW.minusSeconds(60);
  private static final int MANY = Retries.FEW + 1;

  @Test
  void aLimitOfTheRateNeverCounts() {
    Retries.Decision decision =
        Retries.decide(FailureKind.RATE_LIMITED, 4, EARLIER, Pace.fresh(), MANY, NOW);

    assertThat(decision.givenUp()).isFalse();
    assertThat(decision.failures()).isEqualTo(4);
    assertThat(decision.notBefore()).isEqualTo(NOW);
  }

  @Test
  void aFailureOfAnEndpointThatIsWellCountsAndTheItemWaits() {
    Retries.Decision decision =
        Retries.decide(FailureKind.SERVER_ERROR, 0, null, Pace.fresh(), MANY, NOW);

    assertThat(decision.failures()).isOne();
    assertThat(decision.firstFailureAt()).isEqualTo(NOW);
    assertThat(decision.notBefore()).isAfter(NOW);
  }

  @Test
  void theFifthThatCountsIsTheLast() {
    assertThat(Retries.decide(FailureKind.TIMED_OUT, 3, EARLIER, Pace.fresh(), MANY, NOW).givenUp())
        .isFalse();
    assertThat(Retries.decide(FailureKind.TIMED_OUT, 4, EARLIER, Pace.fresh(), MANY, NOW).givenUp())
        .isTrue();
  }

  @Test
  void nothingCountsWhileTheEndpointIsDown() {
    Retries.Decision decision =
        Retries.decide(FailureKind.UNREACHABLE, 4, EARLIER, down(null), MANY, NOW);

    assertThat(decision.givenUp()).isFalse();
    assertThat(decision.failures()).isEqualTo(4);
  }

  @Test
  void itCountsWhenTheEndpointWasWellSinceTheItemFirstFailed() {
    Pace pace = down(EARLIER.plusSeconds(10));

    assertThat(Retries.decide(FailureKind.SERVER_ERROR, 4, EARLIER, pace, MANY, NOW).givenUp())
        .isTrue();
  }

  @Test
  void theLastFewItemsCountEvenThen() {
    assertThat(
            Retries.decide(FailureKind.SERVER_ERROR, 4, EARLIER, down(null), Retries.FEW, NOW)
                .givenUp())
        .isTrue();
  }

  /** An endpoint that answered then, if ever, and has given nothing but trouble since. */
  private static Pace down(Instant answeredAt) {
    Pace pace = Pace.fresh();
    if (answeredAt != null) {
      pace = pace.met(report(null), 0, 8, answeredAt);
    }
    for (int trouble = 0; trouble < 10; trouble++) {
      pace = pace.met(report(FailureKind.SERVER_ERROR), 0, 8, NOW.minusSeconds(20 - trouble));
    }
    assertThat(pace.down()).isTrue();
    return pace;
  }

  private static EndpointReport report(FailureKind trouble) {
    return new EndpointReport(
        new UUID(0, 1), 1, trouble == null ? 1 : 0, null, null, trouble, null, null, null);
  }
}
