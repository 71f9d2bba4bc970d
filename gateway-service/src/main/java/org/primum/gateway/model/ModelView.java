package org.primum.gateway.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A model as its owner sees it; the key is never part of it.
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
 * @param family the model family as it was named, or null
 * @param createdAt when it was accepted
 */
record ModelView(
    UUID id,
    String name,
    String organization,
    String provider,
    String baseUrl,
    String modelName,
    int maxConcurrency,
    String description,
    boolean simulated,
    String family,
    Instant createdAt) {}
