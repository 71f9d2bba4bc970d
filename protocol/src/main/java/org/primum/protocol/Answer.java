package org.primum.protocol;

import java.time.Instant;

/**
 * What the model under test said.
 *
 * @param text the answer, verbatim
 * @param finishReason as the endpoint gave it, or null
 * @param promptTokens as the endpoint counted them, or null
 * @param completionTokens as the endpoint counted them, or null
 * @param latencyMillis of the request that succeeded
 * @param requests how many requests it took, retries included
 * @param reportedModel the model name in the reply, or null
 * @param answeredAt when the answer was complete
 */
public record Answer(
    String text,
    String finishReason,
    Integer promptTokens,
    Integer completionTokens,
    long latencyMillis,
    int requests,
    String reportedModel,
    Instant answeredAt) {

  public Answer {
    Require.text(text, "text");
    Require.present(answeredAt, "answeredAt");
    Require.that(requests > 0, "requests must be positive");
  }

  /**
   * The same answer after so many requests.
   *
   * @param sent the failed ones included
   */
  public Answer after(int sent) {
    return new Answer(
        text,
        finishReason,
        promptTokens,
        completionTokens,
        latencyMillis,
        sent,
        reportedModel,
        answeredAt);
  }
}
