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
 * @param openWeights whether everybody may have its weights; null when not said
 * @param billionParameters how large it is, in billions of parameters; null when not said
 * @param medicalTuning whether it was trained further for medicine; null when not said
 * @param state {@code draft}, {@code accepted} or {@code withdrawn}
 * @param keyKept whether a key is kept for it, sealed
 * @param lastTest what the last test of its endpoint found; null when none succeeded
 * @param createdAt when it was accepted; of a draft, when it was begun
 * @param withdrawnAt when its owner took it back, or null
 * @param withdrawnReason why, or null
 */
public record ModelView(
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
    Boolean openWeights,
    Double billionParameters,
    Boolean medicalTuning,
    String state,
    boolean keyKept,
    TestReport lastTest,
    Instant createdAt,
    Instant withdrawnAt,
    String withdrawnReason) {}
