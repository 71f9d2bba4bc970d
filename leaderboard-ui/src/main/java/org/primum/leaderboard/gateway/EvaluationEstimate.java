package org.primum.leaderboard.gateway;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.primum.protocol.message.EvaluationCost.Usage;

/**
 * What an evaluation would take.
 *
 * @param items to be asked and judged, repeats counted
 * @param model what is expected at the model
 * @param judges what is expected at all judges together
 * @param endpoints the same by endpoint, the model first
 * @param suites by suite
 * @param currency three letters; null where no price is known
 * @param cost what the endpoints with a price come to; null where none has one
 * @param complete whether every endpoint has a price
 * @param unpriced the endpoints without one, in words
 * @param pricesOf the day of the prices; null where none is known
 * @param secondsLow the lower end of how long it takes; null where that is not known
 * @param secondsHigh the upper end of it
 */
public record EvaluationEstimate(
    long items,
    Usage model,
    Usage judges,
    List<EndpointEstimate> endpoints,
    List<SuiteEstimate> suites,
    String currency,
    BigDecimal cost,
    boolean complete,
    List<String> unpriced,
    LocalDate pricesOf,
    Long secondsLow,
    Long secondsHigh) {

  public EvaluationEstimate {
    endpoints = endpoints == null ? List.of() : List.copyOf(endpoints);
    suites = suites == null ? List.of() : List.copyOf(suites);
    unpriced = unpriced == null ? List.of() : List.copyOf(unpriced);
  }

  /** What is expected at one endpoint; a price that is not known leaves the cost null. */
  public record EndpointEstimate(String name, boolean judge, Usage usage, BigDecimal cost) {}

  /**
   * What is expected of one suite.
   *
   * @param answersFrom where the length of answers comes from: {@code earlier}, {@code
   *     other-models} or {@code configured}
   */
  public record SuiteEstimate(String suite, long items, long answerTokens, String answersFrom) {}

  /** Whether the length of some answers is that of no answer seen so far. */
  public boolean guessed() {
    return suites.stream().anyMatch(suite -> "configured".equals(suite.answersFrom()));
  }

  /** Whether the length of some answers is that of other models. */
  public boolean ofOthers() {
    return suites.stream().anyMatch(suite -> "other-models".equals(suite.answersFrom()));
  }
}
