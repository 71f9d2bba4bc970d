package org.primum.leaderboard.gateway;

import java.time.Instant;
import java.util.Locale;

/**
 * What an endpoint said when it was tested.
 *
 * @param testedAt when
 * @param question what it was asked
 * @param answer the beginning of what the model said; null when the endpoint knows the model and
 *     had nothing to say
 * @param shortened whether the model said more
 * @param latencyMillis how long the reply took, or null
 * @param promptTokens as the endpoint counted them, or null
 * @param completionTokens as the endpoint counted them, or null
 * @param finishReason why the answer ended, or null
 * @param reportedModel the name in the reply, or null
 */
public record EndpointTest(
    Instant testedAt,
    String question,
    String answer,
    boolean shortened,
    Long latencyMillis,
    Integer promptTokens,
    Integer completionTokens,
    String finishReason,
    String reportedModel) {

  /** {@code 0.84 s}. */
  public String seconds() {
    return String.format(Locale.ROOT, "%.2f s", latencyMillis / 1_000.0);
  }
}
