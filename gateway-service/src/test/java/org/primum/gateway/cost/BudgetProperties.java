package org.primum.gateway.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever items cost, and in whatever order they come back. */
class BudgetProperties {

  private static final int CENTS = 2;

  /** Items that all may be asked; how much each costs is not known before it is back. */
  private static final class Run {
    private final Random chance;
    private final BigDecimal limit;
    private final ExpectedCost expected;
    private final int places;
    private final List<BigDecimal> inFlight = new ArrayList<>();
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal inFlightAtLast = BigDecimal.ZERO;
    private int done;

    private Run(long seed, int limit, int expectedDear, int places) {
      this.chance = new Random(seed);
      this.limit = BigDecimal.valueOf(limit, CENTS);
      BigDecimal dear = BigDecimal.valueOf(expectedDear, CENTS);
      BigDecimal half = dear.divide(BigDecimal.TWO);
      this.expected = new ExpectedCost(half, half, dear);
      this.places = places;
    }

    private void go(int items, int dearest) {
      int waiting = items;
      while (true) {
        long started = Math.min(waiting, Math.min(places - inFlight.size(), affordable()));
        for (int item = 0; item < started; item++) {
          inFlight.add(BigDecimal.valueOf(chance.nextInt(dearest + 1), CENTS));
          waiting--;
        }
        if (started > 0) {
          inFlightAtLast = inFlight.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        if (inFlight.isEmpty()) {
          return;
        }
        BigDecimal back = inFlight.remove(chance.nextInt(inFlight.size()));
        spent = spent.add(back);
        done++;
      }
    }

    private long affordable() {
      BigDecimal next = expected.next(new ExpectedCost.Seen(spent, done, BigDecimal.ZERO, done));
      return new Budget(limit, spent, next).affordable(inFlight.size());
    }
  }

  @Property
  void theLimitIsNeverPassedByMoreThanWhatWasInFlight(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20_000) int limit,
      @ForAll @IntRange(min = 0, max = 300) int expectedDear,
      @ForAll @IntRange(min = 1, max = 300) int dearest,
      @ForAll @IntRange(min = 1, max = 64) int places) {
    Run run = new Run(seed, limit, expectedDear, places);

    run.go(500, dearest);

    assertThat(run.spent.subtract(run.limit)).isLessThanOrEqualTo(run.inFlightAtLast);
  }

  @Property
  void theLimitHoldsWhereNoItemIsDearerThanExpected(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20_000) int limit,
      @ForAll @IntRange(min = 1, max = 300) int dearest,
      @ForAll @IntRange(min = 1, max = 64) int places) {
    Run run = new Run(seed, limit, dearest, places);

    run.go(500, dearest);

    assertThat(run.spent).isLessThanOrEqualTo(run.limit);
  }

  @Property
  void enoughMoneyHoldsNothingUp(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 300) int dearest,
      @ForAll @IntRange(min = 1, max = 64) int places) {
    Run run = new Run(seed, 500 * 2 * dearest + 64 * 2 * dearest, dearest, places);

    run.go(500, dearest);

    assertThat(run.done).isEqualTo(500);
  }
}
