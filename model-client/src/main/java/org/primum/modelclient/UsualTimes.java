package org.primum.modelclient;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.UUID;

/**
 * How long endpoints usually take to reply, and how long each is waited for because of that. A
 * request that hangs holds a place at its endpoint that others wait for: an endpoint that answers
 * in a second is not waited for two minutes. Patience triples with each attempt at the same
 * question, so that one that takes long for good reason gets the whole time before it is given up.
 */
final class UsualTimes {

  /** Of fewer replies, nobody knows what is usual. */
  private static final int ENOUGH = 5;

  /** What one reply weighs in the average. */
  private static final double WEIGHT = 0.1;

  /** Long answers take many times as long as short ones. */
  private static final double MANY = 20;

  private static final Duration SHORTEST = Duration.ofSeconds(5);

  /** How many times as long the next attempt may take. */
  private static final double MORE = 3;

  private static final int MOST_TIMES_MORE = 10;
  private static final int MOST_ENDPOINTS = 1_000;

  private final Duration longest;
  private final Cache<UUID, Usual> usual =
      Caffeine.newBuilder().maximumSize(MOST_ENDPOINTS).build();

  /** Nobody is waited for longer than that. */
  UsualTimes(Duration longest) {
    this.longest = longest;
  }

  private record Usual(int replies, double millis) {

    Usual then(double took) {
      return new Usual(Math.min(ENOUGH, replies + 1), millis + (took - millis) * WEIGHT);
    }
  }

  /** A reply came after that time. */
  void took(UUID endpoint, long millis) {
    usual
        .asMap()
        .compute(
            endpoint, (any, before) -> before == null ? new Usual(1, millis) : before.then(millis));
  }

  /**
   * How long the whole reply is waited for.
   *
   * @param attempt counts the attempts at the same question, from 1
   */
  Duration limit(UUID endpoint, int attempt) {
    Usual known = usual.getIfPresent(endpoint);
    if (known == null || known.replies < ENOUGH) {
      return longest;
    }
    double first = Math.max(SHORTEST.toMillis(), known.millis * MANY);
    double millis = first * Math.pow(MORE, Math.clamp(attempt - 1, 0, MOST_TIMES_MORE));
    return Duration.ofMillis((long) Math.min(longest.toMillis(), millis));
  }
}
