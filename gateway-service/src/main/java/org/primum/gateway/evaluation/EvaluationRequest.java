package org.primum.gateway.evaluation;

import jakarta.validation.constraints.NotNull;
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
    String benchmark,
    String version,
    List<String> suites) {

  EvaluationRequest {
    suites = suites == null ? List.of() : List.copyOf(suites);
  }
}
