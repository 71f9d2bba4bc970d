package org.primum.leaderboard.gateway;

import java.time.Instant;
import java.util.UUID;

/**
 * Something somebody was told, and whether it arrived.
 *
 * @param id what its receiver knows it by
 * @param event what it tells of
 * @param evaluationId which evaluation; null for a test
 * @param channel {@code email} or {@code webhook}
 * @param address where
 * @param occurredAt when it happened
 * @param state {@code waiting}, {@code delivered} or {@code given-up}
 * @param attempts how often it was tried
 * @param nextAt when it is tried next; null when it is not
 * @param deliveredAt when it was taken; null when it was not
 * @param lastError why the last attempt failed; null when it did not
 */
public record NotificationDelivery(
    UUID id,
    String event,
    UUID evaluationId,
    String channel,
    String address,
    Instant occurredAt,
    String state,
    int attempts,
    Instant nextAt,
    Instant deliveredAt,
    String lastError) {

  private static final String CONFIRMATION = "notification.confirmation";

  /** Whether it waits to be sent. */
  public boolean waiting() {
    return "waiting".equals(state);
  }

  /** Whether its receiver has taken it. */
  public boolean delivered() {
    return "delivered".equals(state);
  }

  /** Whether it may be sent once more; a code is made anew instead. */
  public boolean repeatable() {
    return !waiting() && !CONFIRMATION.equals(event);
  }
}
