package org.primum.gateway.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * An evaluation that has not ended, as far as dispatch needs to know it.
 *
 * @param id the evaluation
 * @param modelId its model, which is also the id of the model's endpoint
 * @param owner whose model it is
 * @param limited whether it has a cost limit
 * @param reusesAnswers whether an earlier answer of the model to the same request is taken
 * @param cancelKey what messages name it by
 * @param patienceSeconds how long it waits for an endpoint that is down
 * @param createdAt when it was registered
 * @param waitsFor what it is known to wait for, or null
 * @param asking prompts under way
 * @param places places that they take at the model's endpoint
 * @param waiting whether any prompt waits to be handed out
 * @param due how many of them may be handed out by now; of very many, not all are counted
 * @param answered answers that wait to be handed to the judges
 * @param judging answers at the judges
 */
record ActiveEvaluation(
    UUID id,
    UUID modelId,
    String owner,
    boolean limited,
    boolean reusesAnswers,
    UUID cancelKey,
    int patienceSeconds,
    Instant createdAt,
    String waitsFor,
    long asking,
    long places,
    boolean waiting,
    long due,
    long answered,
    long judging) {}
