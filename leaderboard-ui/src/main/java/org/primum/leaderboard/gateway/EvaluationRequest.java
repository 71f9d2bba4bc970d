package org.primum.leaderboard.gateway;

import java.util.UUID;

/**
 * What to evaluate.
 *
 * @param modelId a model of the visitor's
 * @param benchmark null for any
 * @param version null for the newest published
 */
public record EvaluationRequest(UUID modelId, String benchmark, String version) {}
