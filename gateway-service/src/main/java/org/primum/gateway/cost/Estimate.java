package org.primum.gateway.cost;

import java.util.List;

/**
 * What an evaluation would take.
 *
 * @param shown as the API shows it
 * @param expected what an item costs; null when a price is missing
 */
public record Estimate(EvaluationEstimate shown, ExpectedCost expected) {

  /** The endpoints without a price, in words. */
  List<String> unpriced() {
    return shown.unpriced();
  }
}
