package org.primum.gateway.evaluation;

import java.time.Instant;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationProgress;

/**
 * What was last told of an evaluation that runs.
 *
 * @param counts the announcement without metrics and pace, to see whether anything is new
 * @param progress how fast it went, and what it waited for
 * @param metricsAt when the metrics in it were computed
 */
record Told(EvaluationChanged counts, EvaluationProgress progress, Instant metricsAt) {}
