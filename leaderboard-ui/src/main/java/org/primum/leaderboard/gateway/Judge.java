package org.primum.leaderboard.gateway;

/** A judge as administrators see it. */
public record Judge(
    String name,
    String provider,
    String baseUrl,
    String modelName,
    String family,
    String revision,
    String replies,
    int maxConcurrency) {}
