package org.primum.gateway.evaluation;

import org.primum.protocol.message.EvaluationChanged;

/**
 * Fired when an evaluation ends, in the transaction that ends it.
 *
 * @param summary its final object
 * @param cancelledBy the subject who cancelled it; null when it ended by itself
 * @param givenUp whether open items failed because an endpoint was down for too long
 */
public record EvaluationEnded(EvaluationChanged summary, String cancelledBy, boolean givenUp) {}
