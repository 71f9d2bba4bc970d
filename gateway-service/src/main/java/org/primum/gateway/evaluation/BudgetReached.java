package org.primum.gateway.evaluation;

import java.util.UUID;

/**
 * Fired when an evaluation begins to wait for its cost limit, in the transaction that writes it
 * down.
 */
public record BudgetReached(UUID evaluationId) {}
