package org.primum.protocol.message;

import java.util.UUID;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Require;

/**
 * What a replica met at an endpoint while it worked on one task. The gateway paces the endpoint by
 * it and counts what the task has cost.
 *
 * @param endpointId the endpoint of a model or of a judge
 * @param requests how many requests were sent
 * @param answered how many of them were answered, whether or not the answer could be used
 * @param promptTokens as the endpoint counted them over all requests, or null
 * @param completionTokens as the endpoint counted them over all requests, or null
 * @param trouble what the last request met that says something of the endpoint and not of the
 *     prompt, such as {@link FailureKind#RATE_LIMITED}; null when there was nothing
 * @param retryAfterMillis how long the endpoint asks to be left alone, or null
 * @param requestLimit the limit of requests it told of, or null
 * @param tokenLimit the limit of tokens it told of, or null
 * @param millis how long the requests took together, or null from a replica of old
 */
public record EndpointReport(
    UUID endpointId,
    int requests,
    int answered,
    Integer promptTokens,
    Integer completionTokens,
    FailureKind trouble,
    Long retryAfterMillis,
    RateLimit requestLimit,
    RateLimit tokenLimit,
    Long millis) {

  public EndpointReport {
    Require.present(endpointId, "endpointId");
    Require.that(requests >= 0, "requests must not be negative");
    Require.that(answered >= 0 && answered <= requests, "at most as many answered as requests");
  }

  /** Without the time it took. */
  public EndpointReport(
      UUID endpointId,
      int requests,
      int answered,
      Integer promptTokens,
      Integer completionTokens,
      FailureKind trouble,
      Long retryAfterMillis,
      RateLimit requestLimit,
      RateLimit tokenLimit) {
    this(
        endpointId,
        requests,
        answered,
        promptTokens,
        completionTokens,
        trouble,
        retryAfterMillis,
        requestLimit,
        tokenLimit,
        null);
  }

  /**
   * A limit on how much an endpoint takes a minute, as its reply told.
   *
   * @param limit most requests or tokens
   * @param remaining how many of them are left
   * @param resetMillis how long until all are there again, or null when it did not say
   */
  public record RateLimit(long limit, long remaining, Long resetMillis) {

    public RateLimit {
      Require.that(limit > 0, "limit must be positive");
      Require.that(remaining >= 0, "remaining must not be negative");
      Require.that(resetMillis == null || resetMillis >= 0, "resetMillis must not be negative");
    }
  }
}
