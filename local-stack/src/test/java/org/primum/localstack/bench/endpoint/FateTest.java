package org.primum.localstack.bench.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FateTest {

  private static final int CALLS = 10_000;

  @Test
  void befallsCallsAsOftenAsItShould() {
    Map<Fate, Double> shares = Map.of(Fate.SERVER_ERROR, 0.3, Fate.CUT, 0.05);

    assertThat(share(shares, Fate.SERVER_ERROR)).isEqualTo(0.3, within(0.02));
    assertThat(share(shares, Fate.CUT)).isEqualTo(0.05, within(0.01));
    assertThat(share(shares, Fate.ANSWER)).isEqualTo(0.65, within(0.02));
  }

  private static double share(Map<Fate, Double> shares, Fate fate) {
    return (double)
            LongStream.range(0, CALLS).filter(call -> Fate.of(shares, 1, call) == fate).count()
        / CALLS;
  }

  @Test
  void isTheSameForTheSameSeedAndCall() {
    Map<Fate, Double> shares = Map.of(Fate.SERVER_ERROR, 0.5);

    assertThat(LongStream.range(0, 100).mapToObj(call -> Fate.of(shares, 7, call)))
        .containsExactlyElementsOf(
            LongStream.range(0, 100).mapToObj(call -> Fate.of(shares, 7, call)).toList());
    assertThat(LongStream.range(0, 100).mapToObj(call -> Fate.of(shares, 8, call)).toList())
        .isNotEqualTo(LongStream.range(0, 100).mapToObj(call -> Fate.of(shares, 7, call)).toList());
  }

  @Test
  void isNotSharedOutTwice() {
    Behaviour steady = Behaviour.steady(10);

    assertThatThrownBy(
            () -> steady.withShares(Map.of(Fate.SERVER_ERROR, 0.6, Fate.UNAVAILABLE, 0.6)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
