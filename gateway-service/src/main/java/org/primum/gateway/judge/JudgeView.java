package org.primum.gateway.judge;

/**
 * A judge as administrators see it; the key is never part of it.
 *
 * @param name as versions name it
 * @param provider the protocol its endpoint speaks
 * @param baseUrl where it is asked
 * @param modelName the name its endpoint knows it by
 * @param family the model family, or null
 * @param revision the exact revision its provider serves, or null
 * @param replies how it is held to the reply format: {@code text}, {@code json-object} or {@code
 *     json-schema}
 * @param maxConcurrency most requests at once
 */
record JudgeView(
    String name,
    String provider,
    String baseUrl,
    String modelName,
    String family,
    String revision,
    String replies,
    int maxConcurrency) {}
