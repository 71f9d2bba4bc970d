package org.primum.leaderboard.gateway;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What to evaluate.
 *
 * @param modelId a model of the visitor's
 * @param benchmark null for any
 * @param version null for the newest published
 * @param suites only these; all when empty
 * @param costLimit most that may be spent, in the currency of the prices; null for no limit
 * @param patienceMinutes how long to wait for an endpoint that is down; null for the usual time
 * @param reuseAnswers whether to take earlier answers to the same request
 */
public record EvaluationRequest(
    UUID modelId,
    String benchmark,
    String version,
    List<String> suites,
    BigDecimal costLimit,
    Integer patienceMinutes,
    boolean reuseAnswers) {

  public EvaluationRequest {
    suites = suites == null ? List.of() : List.copyOf(suites);
  }

  /** Of a version, as usual. */
  public EvaluationRequest(UUID modelId, String benchmark, String version, List<String> suites) {
    this(modelId, benchmark, version, suites, null, null, false);
  }
}
