package org.primum.gateway.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A recipient as its owner sees it; the secret of a webhook is never part of it.
 *
 * @param id names it in calls
 * @param channel how it is reached
 * @param address where
 * @param state whether anything is sent there
 * @param failingSince since when nothing got through; null when the last one did
 * @param createdAt when it was added
 */
record RecipientView(
    UUID id,
    Channel channel,
    String address,
    RecipientState state,
    Instant failingSince,
    Instant createdAt) {}
