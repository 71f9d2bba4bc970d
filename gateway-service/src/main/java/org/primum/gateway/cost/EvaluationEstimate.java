package org.primum.gateway.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.primum.protocol.message.EvaluationCost.Usage;

/**
 * What an evaluation would take, before it starts.
 *
 * @param items to be asked and judged, repeats counted
 * @param model what is expected at the model under test
 * @param judges what is expected at all judges together
 * @param endpoints the same by endpoint, the model first
 * @param suites by suite
 * @param currency three letters; null where no price is known
 * @param cost what the endpoints with a price come to; null where none has one
 * @param complete whether every endpoint has a price
 * @param unpriced the endpoints without one, in words
 * @param pricesOf the day the prices are of; null where none is known
 * @param secondsLow the lower end of how long it takes; null where the model was never evaluated
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

  /**
   * What is expected at one endpoint.
   *
   * @param name of the model or the judge
   * @param judge whether it is a judge
   * @param cost null when no price is known for it
   */
  public record EndpointEstimate(String name, boolean judge, Usage usage, BigDecimal cost) {}

  /**
   * What is expected of one suite.
   *
   * @param suite its id
   * @param items to be asked and judged, repeats counted
   * @param looked at how many of its items the tokens were counted
   * @param answerTokens how long an answer is expected to be
   * @param answersFrom where that comes from
   * @param repliesFrom where the length of the judges' replies comes from
   */
  public record SuiteEstimate(
      String suite,
      long items,
      int looked,
      long answerTokens,
      Source answersFrom,
      Source repliesFrom) {}

  /** Where an expected length comes from. */
  public enum Source {
    /** Earlier evaluations of the same model; for replies, of the same judging. */
    @JsonProperty("earlier")
    EARLIER,
    /** Earlier evaluations of other models. */
    @JsonProperty("other-models")
    OTHER_MODELS,
    /** The length that was configured. */
    @JsonProperty("configured")
    CONFIGURED
  }
}
