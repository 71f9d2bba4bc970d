package org.primum.modelclient;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.primum.protocol.Require;

/**
 * How often and how soon a request that may yet succeed is sent again: exponential backoff with
 * full jitter, so that many callers turned away at once do not come back at once.
 *
 * @param maxRequests most requests for one question, the first included
 * @param firstDelay longest wait before the second request; doubles with each further one
 * @param maxDelay longest wait of the backoff
 * @param maxRetryAfter longest wait an endpoint may ask for; above it the question is given up
 */
public record RetryPolicy(
    int maxRequests, Duration firstDelay, Duration maxDelay, Duration maxRetryAfter) {

  /** Five requests; waits up to 0.5, 1, 2 and 4 seconds, or up to a minute when told so. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(5, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(1));

  /** One request and no wait: where a person waits, or where somebody else sees to the next one. */
  public static final RetryPolicy ONCE =
      new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  public RetryPolicy {
    Require.that(maxRequests > 0, "maxRequests must be positive");
    Require.that(!firstDelay.isNegative(), "firstDelay must not be negative");
    Require.that(!maxDelay.isNegative(), "maxDelay must not be negative");
    Require.that(!maxRetryAfter.isNegative(), "maxRetryAfter must not be negative");
  }

  /**
   * How long to wait before the next request.
   *
   * @param sent requests sent so far, from 1
   * @param retryAfter what the endpoint asked for, or null
   * @param random the source of the jitter
   */
  Duration delay(int sent, Duration retryAfter, RandomGenerator random) {
    if (retryAfter != null) {
      return retryAfter.plus(jitter(firstDelay, random));
    }
    Duration backoff = firstDelay;
    for (int doubled = 1; doubled < sent && backoff.compareTo(maxDelay) < 0; doubled++) {
      backoff = backoff.multipliedBy(2);
    }
    return jitter(backoff.compareTo(maxDelay) < 0 ? backoff : maxDelay, random);
  }

  private static Duration jitter(Duration longest, RandomGenerator random) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }
}
