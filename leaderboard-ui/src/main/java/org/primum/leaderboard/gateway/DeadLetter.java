package org.primum.leaderboard.gateway;

import java.time.Instant;

/** A message nobody could read or handle. */
public record DeadLetter(
    long id, String queue, String reason, String messageId, Instant receivedAt, String body) {}
