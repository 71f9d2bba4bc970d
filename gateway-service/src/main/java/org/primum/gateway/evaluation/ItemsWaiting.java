package org.primum.gateway.evaluation;

import java.util.UUID;

/**
 * Fired when items of an evaluation may be handed out that could not before: it was started, or its
 * cost limit was raised.
 */
public record ItemsWaiting(UUID evaluationId) {}
