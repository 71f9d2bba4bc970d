package org.primum.gateway.evaluation;

import java.util.UUID;

/** Fired when an evaluation was started, so that its items may be handed out. */
public record ItemsWaiting(UUID evaluationId) {}
