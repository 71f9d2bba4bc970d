package org.primum.modelclient;

import java.util.UUID;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Require;
import org.primum.protocol.message.EndpointReport;
import org.primum.protocol.message.EndpointReport.RateLimit;

/**
 * What was met at an endpoint while it was asked one question, over all requests that this took.
 *
 * @param requests how many requests were sent; 0 when none could be
 * @param answered how many of them got a whole reply with a status of success, whether or not it
 *     could be used
 * @param promptTokens as the endpoint counted them over all requests, or null
 * @param completionTokens as the endpoint counted them over all requests, or null
 * @param trouble what the last request met that says something of the endpoint and not of the
 *     question; null when there was nothing
 * @param retryAfterMillis how long the last reply asks to leave the endpoint alone, or null
 * @param requestLimit the limit of requests as last told, or null
 * @param tokenLimit the limit of tokens as last told, or null
 * @param millis how long the requests took together
 */
public record Sighting(
    int requests,
    int answered,
    Integer promptTokens,
    Integer completionTokens,
    FailureKind trouble,
    Long retryAfterMillis,
    RateLimit requestLimit,
    RateLimit tokenLimit,
    long millis) {

  /** No request was sent. */
  public static final Sighting NONE = new Sighting(0, 0, null, null, null, null, null, null, 0);

  public Sighting {
    Require.that(requests >= 0, "requests must not be negative");
    Require.that(answered >= 0 && answered <= requests, "at most as many answered as requests");
  }

  /** The same for the gateway, of the endpoint that was asked. */
  public EndpointReport report(UUID endpointId) {
    return new EndpointReport(
        endpointId,
        requests,
        answered,
        promptTokens,
        completionTokens,
        trouble,
        retryAfterMillis,
        requestLimit,
        tokenLimit,
        requests == 0 ? null : millis);
  }

  /** This and what was met after it: counts add up, and the later word on everything else holds. */
  public Sighting then(Sighting later) {
    if (later.requests == 0) {
      return this;
    }
    return new Sighting(
        requests + later.requests,
        answered + later.answered,
        sum(promptTokens, later.promptTokens),
        sum(completionTokens, later.completionTokens),
        later.trouble,
        later.retryAfterMillis,
        later.requestLimit == null ? requestLimit : later.requestLimit,
        later.tokenLimit == null ? tokenLimit : later.tokenLimit,
        millis + later.millis);
  }

  private static Integer sum(Integer one, Integer other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
  }
}
