package org.primum.gateway.model;

import java.time.Instant;

/**
 * What an endpoint said when it was tested.
 *
 * @param testedAt when
 * @param question what it was asked
 * @param answer the beginning of what the model said; null when the endpoint knows the model and
 *     has nothing to say to that question
 * @param shortened whether the model said more
 * @param latencyMillis how long the reply took; null without an answer
 * @param promptTokens as the endpoint counted them, or null
 * @param completionTokens as the endpoint counted them, or null
 * @param finishReason why the answer ended, as the endpoint names it, or null
 * @param reportedModel the name in the reply, or null
 */
public record TestReport(
    Instant testedAt,
    String question,
    String answer,
    boolean shortened,
    Long latencyMillis,
    Integer promptTokens,
    Integer completionTokens,
    String finishReason,
    String reportedModel) {}
