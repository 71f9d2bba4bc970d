package org.primum.gateway.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A notification in its owner's list.
 *
 * @param id what its receiver knows it by
 * @param event what it tells of
 * @param evaluationId which evaluation; null for a test
 * @param recipientId whom it goes to
 * @param channel how
 * @param address where
 * @param occurredAt when it happened
 * @param state what became of it
 * @param attempts how often it was tried
 * @param attemptedAt when that was last; null for never
 * @param nextAt when it is tried next; null when it is not
 * @param deliveredAt when it was taken; null when it was not
 * @param lastError why the last attempt failed; null when it did not
 */
record Delivery(
    UUID id,
    String event,
    UUID evaluationId,
    UUID recipientId,
    Channel channel,
    String address,
    Instant occurredAt,
    DeliveryState state,
    int attempts,
    Instant attemptedAt,
    Instant nextAt,
    Instant deliveredAt,
    String lastError) {}
