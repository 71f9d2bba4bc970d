package org.primum.protocol.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.primum.protocol.Require;

/**
 * What an evaluation has used, at the model and at the judges.
 *
 * @param model what the model under test has used
 * @param judges what all judges together have used
 * @param currency three letters; null where no price is known
 * @param spent what that came to at the known prices; null where none is known
 * @param complete whether the prices of all endpoints are known, so that nothing is missing in
 *     {@code spent}
 * @param pricesOf the date of the prices; null where none is known
 * @param limit most that may be spent, or null for no limit
 */
public record EvaluationCost(
    Usage model,
    Usage judges,
    String currency,
    BigDecimal spent,
    boolean complete,
    LocalDate pricesOf,
    BigDecimal limit) {

  public EvaluationCost {
    Require.present(model, "model");
    Require.present(judges, "judges");
  }

  /**
   * Requests with their tokens.
   *
   * @param requests how many were sent
   * @param promptTokens as the endpoints counted them
   * @param completionTokens as the endpoints counted them
   */
  public record Usage(long requests, long promptTokens, long completionTokens) {}
}
