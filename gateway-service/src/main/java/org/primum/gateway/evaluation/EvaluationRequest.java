package org.primum.gateway.evaluation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;

/**
 * What to evaluate.
 *
 * @param modelId a model of the caller's
 * @param benchmark null for any
 * @param version null for the newest published
 * @param suites only these; all when null or empty
 */
record EvaluationRequest(
    @NotNull(message = "is needed") UUID modelId,
    @Pattern(regexp = PLAIN, message = "may hold no control characters") String benchmark,
    @Pattern(regexp = PLAIN, message = "may hold no control characters") String version,
    List<@NotNull(message = "is needed") String> suites) {

  private static final String PLAIN = "\\P{Cntrl}*";

  EvaluationRequest {
    suites = suites == null ? List.of() : suites;
  }
}
