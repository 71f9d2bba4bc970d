package org.primum.protocol.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The draws against those of the JDK's own generator, which published intervals were made with. */
class DrawsTest {

  private static final int COUNT = 50_000;

  @ParameterizedTest
  @ValueSource(
      ints = {
        1,
        2,
        3,
        7,
        64,
        466,
        65_536,
        99_999,
        100_000,
        1 << 30,
        (1 << 30) + 1,
        Integer.MAX_VALUE
      })
  void theUnitsAreThoseTheJdkDraws(int units) {
    Recorded recorded = new Recorded(units, COUNT);

    Draws.forAll(List.of(recorded));

    assertThat(recorded.drawn).containsExactly(drawnByJdk(units, COUNT));
  }

  @Test
  void whatIsDrawnBesideItChangesNothing() {
    List<Recorded> together =
        List.of(
            new Recorded(100, COUNT),
            new Recorded(7, 3 * COUNT),
            new Recorded(100, 10),
            new Recorded(100_001, COUNT));

    Draws.forAll(together);

    for (Recorded each : together) {
      assertThat(each.drawn).containsExactly(drawnByJdk(each.units, each.wanted));
    }
  }

  @Test
  void thereMayBeNothingToDrawFor() {
    Draws.forAll(List.of());
  }

  private static Integer[] drawnByJdk(int units, int count) {
    RandomGenerator random =
        RandomGeneratorFactory.of(RandomNumbers.GENERATOR).create(RandomNumbers.SEED);
    return IntStream.generate(() -> random.nextInt(units))
        .limit(count)
        .boxed()
        .toArray(Integer[]::new);
  }

  private static final class Recorded implements Draws.Taker {
    private final int units;
    private final int wanted;
    private final List<Integer> drawn = new ArrayList<>();

    Recorded(int units, int wanted) {
      this.units = units;
      this.wanted = wanted;
    }

    @Override
    public int units() {
      return units;
    }

    @Override
    public boolean take(int[] units, int count) {
      IntStream.of(units).limit(Math.min(count, wanted - drawn.size())).forEach(drawn::add);
      return drawn.size() < wanted;
    }
  }
}
