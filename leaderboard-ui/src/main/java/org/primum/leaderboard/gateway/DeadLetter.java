package org.primum.leaderboard.gateway;

import java.time.Instant;

/**
 * A message nobody could read or handle, in a list.
 *
 * @param id its number
 * @param routingKey the routing key it came with; anybody may have written it
 * @param reason why nobody could handle it
 * @param receivedAt when it was set aside
 * @param state {@code open}, {@code retried} or {@code discarded}
 * @param dealtWithAt when somebody dealt with it, or null
 * @param dealtWithBy the name of who did, or null
 * @param discardReason why it was discarded, or null
 */
public record DeadLetter(
    long id,
    String routingKey,
    String reason,
    Instant receivedAt,
    String state,
    Instant dealtWithAt,
    String dealtWithBy,
    String discardReason) {}
