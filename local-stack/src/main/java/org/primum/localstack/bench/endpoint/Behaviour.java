package org.primum.localstack.bench.endpoint;

import java.util.Map;

/**
 * How the endpoint treats calls to one model.
 *
 * @param latencyMillis time to a reply
 * @param jitterMillis most that is added to the latency or taken from it, evenly spread
 * @param shares how often each {@link Fate} befalls a call, 0 to 1 each; the rest is answered
 * @param retryAfterSeconds what a refused call is told to wait, for refusals of no other reason
 * @param retryAfterAsDate whether the wait is told as a date, which HTTP allows too
 * @param hangMillis how long a hanging call is held before its connection is closed
 * @param mostAtOnce calls above this many at once are refused; 0 for no limit
 * @param requestsPerMinute calls above this rate are refused; 0 for no limit
 * @param burst calls that may come at once after a pause, where the rate is limited
 * @param stormEveryMillis a storm begins this often, in which every call is refused; 0 for none
 * @param stormMillis how long a storm lasts
 */
public record Behaviour(
    int latencyMillis,
    int jitterMillis,
    Map<Fate, Double> shares,
    int retryAfterSeconds,
    boolean retryAfterAsDate,
    int hangMillis,
    int mostAtOnce,
    int requestsPerMinute,
    int burst,
    int stormEveryMillis,
    int stormMillis) {

  private static final int USUAL_HANG_MILLIS = 150_000;

  public Behaviour {
    shares = shares == null ? Map.of() : Map.copyOf(shares);
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum > 1 || shares.values().stream().anyMatch(share -> share < 0)) {
      throw new IllegalArgumentException("The shares must be 0 to 1, together 1 at the most.");
    }
    if (latencyMillis < 0 || jitterMillis < 0 || jitterMillis > latencyMillis) {
      throw new IllegalArgumentException("The jitter must be 0 to the latency.");
    }
    if (stormMillis > stormEveryMillis) {
      throw new IllegalArgumentException("A storm must end before the next begins.");
    }
  }

  /** Answers every call after that time. */
  public static Behaviour steady(int latencyMillis) {
    return new Behaviour(latencyMillis, 0, Map.of(), 1, false, USUAL_HANG_MILLIS, 0, 0, 0, 0, 0);
  }

  /** The same with other fates of calls. */
  public Behaviour withShares(Map<Fate, Double> changed) {
    return new Behaviour(
        latencyMillis,
        jitterMillis,
        changed,
        retryAfterSeconds,
        retryAfterAsDate,
        hangMillis,
        mostAtOnce,
        requestsPerMinute,
        burst,
        stormEveryMillis,
        stormMillis);
  }

  /** The same with a jitter. */
  public Behaviour withJitter(int millis) {
    return new Behaviour(
        latencyMillis,
        millis,
        shares,
        retryAfterSeconds,
        retryAfterAsDate,
        hangMillis,
        mostAtOnce,
        requestsPerMinute,
        burst,
        stormEveryMillis,
        stormMillis);
  }

  /** The same, refusing more than so many at once. */
  public Behaviour withMostAtOnce(int most) {
    return new Behaviour(
        latencyMillis,
        jitterMillis,
        shares,
        retryAfterSeconds,
        retryAfterAsDate,
        hangMillis,
        most,
        requestsPerMinute,
        burst,
        stormEveryMillis,
        stormMillis);
  }

  /** The same with a rate limit. */
  public Behaviour withRate(int perMinute, int atOnce) {
    return new Behaviour(
        latencyMillis,
        jitterMillis,
        shares,
        retryAfterSeconds,
        retryAfterAsDate,
        hangMillis,
        mostAtOnce,
        perMinute,
        atOnce,
        stormEveryMillis,
        stormMillis);
  }

  /** The same with storms of refusals. */
  public Behaviour withStorms(int everyMillis, int millis) {
    return new Behaviour(
        latencyMillis,
        jitterMillis,
        shares,
        retryAfterSeconds,
        retryAfterAsDate,
        hangMillis,
        mostAtOnce,
        requestsPerMinute,
        burst,
        everyMillis,
        millis);
  }
}
