package org.primum.leaderboard.gateway;

/**
 * What a benchmark version is used for.
 *
 * @param evaluations evaluations on it, finished or not
 * @param running those that are not finished
 */
public record VersionUse(int evaluations, int running) {}
