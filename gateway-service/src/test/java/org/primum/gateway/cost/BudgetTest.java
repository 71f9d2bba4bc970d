package org.primum.gateway.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final ExpectedCost EXPECTED = expected("2", "3", "10");

  @Test
  void whatIsInFlightIsReckonedWith() {
    Budget budget = new Budget(money("10"), money("3"), money("2"));

    assertThat(budget.affordable(0)).isEqualTo(3);
    assertThat(budget.affordable(2)).isEqualTo(1);
    assertThat(budget.affordable(5)).isZero();
  }

  @Test
  void nothingIsAffordableWhenTheLimitIsReached() {
    assertThat(new Budget(money("3"), money("3"), money("0")).affordable(0)).isZero();
    assertThat(new Budget(money("3"), money("4"), money("1")).affordable(0)).isZero();
  }

  @Test
  void whatCostsNothingIsAffordable() {
    assertThat(new Budget(money("3"), money("2"), money("0")).affordable(7))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anItemIsExpectedToBeDearUntilSomethingWasSeen() {
    assertThat(EXPECTED.next(seen("0", 0, "0", 0))).isEqualByComparingTo("10");
  }

  /** Answers that are there and not judged yet say nothing of what judging costs. */
  @Test
  void askingAndJudgingAreCountedApart() {
    BigDecimal next = EXPECTED.next(seen("40", 10, "3", 1));

    assertThat(next).isEqualByComparingTo("14");
  }

  @Test
  void itemsThatWereCheapSoFarDoNotMakeTheNextOneCheap() {
    BigDecimal next = EXPECTED.next(seen("1", 10, "1", 10));

    assertThat(next).isEqualByComparingTo("10");
  }

  @Test
  void whatIsFreeStaysFree() {
    BigDecimal next = expected("0", "0", "0").next(seen("0", 10, "0", 10));

    assertThat(next).isEqualByComparingTo("0");
  }

  private static ExpectedCost.Seen seen(String model, long answered, String judges, long judged) {
    return new ExpectedCost.Seen(money(model), answered, money(judges), judged);
  }

  private static ExpectedCost expected(String model, String judges, String dear) {
    return new ExpectedCost(money(model), money(judges), money(dear));
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
