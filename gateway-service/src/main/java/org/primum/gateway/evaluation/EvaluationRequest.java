package org.primum.gateway.evaluation;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What to evaluate.
 *
 * @param modelId a model of the caller's
 * @param benchmark null for any
 * @param version null for the newest published
 * @param suites only these; all when null or empty
 * @param costLimit most that may be spent, in the currency of the prices; null for no limit
 * @param patienceMinutes how long to wait for an endpoint that is down before the open items fail;
 *     {@value #USUAL_PATIENCE} when null
 * @param reuseAnswers whether to take an earlier answer of the model to the same request; no when
 *     null
 */
record EvaluationRequest(
    @NotNull(message = "is needed") UUID modelId,
    @Pattern(regexp = PLAIN, message = "may hold no control characters") String benchmark,
    @Pattern(regexp = PLAIN, message = "may hold no control characters") String version,
    List<@NotNull(message = "is needed") String> suites,
    @Positive(message = "must be positive")
        @Digits(integer = 9, fraction = 6, message = "must be a sum of money")
        BigDecimal costLimit,
    @Min(value = 0, message = "must not be negative")
        @Max(value = LONGEST_PATIENCE, message = "may be a week at the most")
        Integer patienceMinutes,
    Boolean reuseAnswers) {

  private static final int LONGEST_PATIENCE = 7 * 24 * 60;
  private static final int USUAL_PATIENCE = 120;

  private static final String PLAIN = "\\P{Cntrl}*";

  EvaluationRequest {
    suites = suites == null ? List.of() : suites;
    patienceMinutes = patienceMinutes == null ? Integer.valueOf(USUAL_PATIENCE) : patienceMinutes;
    reuseAnswers = Boolean.TRUE.equals(reuseAnswers);
  }
}
