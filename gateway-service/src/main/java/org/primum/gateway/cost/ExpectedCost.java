package org.primum.gateway.cost;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What an item of an evaluation costs, by the estimate that was made when the limit was set.
 *
 * @param model the mean of what asking an item costs
 * @param judges the mean of what judging an answer costs
 * @param dear what 19 of 20 items stay below, asked and judged
 */
public record ExpectedCost(BigDecimal model, BigDecimal judges, BigDecimal dear) {

  /**
   * What the next item is reckoned to cost: as much as a dear one by the estimate, or as the mean
   * of what was seen, raised by as much as a dear item is above the mean in the estimate.
   */
  BigDecimal next(Seen seen) {
    BigDecimal usual = model.add(judges);
    BigDecimal mean =
        mean(seen.model(), seen.answered(), model).add(mean(seen.judges(), seen.judged(), judges));
    BigDecimal raised =
        usual.signum() == 0
            ? mean
            : mean.multiply(dear.divide(usual, MathContext.DECIMAL64).max(BigDecimal.ONE));
    return raised.max(dear);
  }

  private static BigDecimal mean(BigDecimal spent, long items, BigDecimal expected) {
    return items <= 0 || spent.signum() == 0
        ? expected
        : spent.divide(BigDecimal.valueOf(items), MathContext.DECIMAL64);
  }

  /**
   * What was spent so far, and on how much.
   *
   * @param model spent on asking
   * @param answered items that were asked and came back
   * @param judges spent on judging
   * @param judged items that are finished
   */
  record Seen(BigDecimal model, long answered, BigDecimal judges, long judged) {}
}
