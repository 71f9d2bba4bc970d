package org.primum.gateway.judge;

/**
 * A judge as administrators see it; the key is never part of it.
 *
 * @param name as versions name it
 * @param provider the protocol its endpoint speaks
 * @param baseUrl where it is asked
 * @param modelName the name its endpoint knows it by
 * @param family the model family, or null
 * @param maxConcurrency most requests at once
 */
record JudgeView(
    String name,
    String provider,
    String baseUrl,
    String modelName,
    String family,
    int maxConcurrency) {}
