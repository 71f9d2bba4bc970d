package org.primum.gateway.dispatch;

import java.util.UUID;

/**
 * How much judging there is for one judging protocol of one evaluation.
 *
 * @param evaluationId the evaluation
 * @param judging the hash of the judging protocol
 * @param places places at its judges that are taken
 * @param waiting answers that wait to be handed to them
 * @param due how many of those may be handed out by now
 */
record JudgingLoad(UUID evaluationId, String judging, long places, long waiting, long due) {}
