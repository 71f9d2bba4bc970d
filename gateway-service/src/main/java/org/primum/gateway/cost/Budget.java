package org.primum.gateway.cost;

import java.math.BigDecimal;

/**
 * What may still be spent, and on how many items more.
 *
 * @param limit most that may be spent
 * @param spent what all requests that came back have cost
 * @param itemCost what an item that is asked and judged is reckoned to cost; an item in flight is
 *     reckoned in full, though some of it may be spent already
 */
record Budget(BigDecimal limit, BigDecimal spent, BigDecimal itemCost) {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** How many items may be started beside those in flight, so that the limit holds. */
  long affordable(long inFlight) {
    BigDecimal left = limit.subtract(spent);
    if (left.signum() <= 0) {
      return 0;
    }
    if (itemCost.signum() == 0) {
      return Long.MAX_VALUE;
    }
    long items = left.divideToIntegralValue(itemCost).min(MOST).longValue();
    return Math.max(0, items - inFlight);
  }
}
