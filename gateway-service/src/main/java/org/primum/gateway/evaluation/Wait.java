package org.primum.gateway.evaluation;

import java.time.Instant;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;

/**
 * Something that holds an evaluation up.
 *
 * @param waitsFor what it is
 * @param reason a sentence about it
 * @param since since when
 * @param givesUpAt when its open items fail, or null
 */
record Wait(WaitsFor waitsFor, String reason, Instant since, Instant givesUpAt) {}
