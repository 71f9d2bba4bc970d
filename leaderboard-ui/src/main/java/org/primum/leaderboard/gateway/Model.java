package org.primum.leaderboard.gateway;

import java.time.Instant;
import java.util.UUID;

/**
 * A model as its owner sees it.
 *
 * @param id the model
 * @param name as submitted
 * @param organization who stands behind it
 * @param provider the protocol its endpoint speaks
 * @param baseUrl where it is asked
 * @param modelName the name its endpoint knows it by
 * @param maxConcurrency most requests at once
 * @param description free text, or null
 * @param simulated whether it is a simulated model
 * @param createdAt when it was accepted
 */
public record Model(
    UUID id,
    String name,
    String organization,
    String provider,
    String baseUrl,
    String modelName,
    int maxConcurrency,
    String description,
    boolean simulated,
    Instant createdAt) {}
