package org.primum.leaderboard.gateway;

/** Why a dead letter is discarded. */
public record Discarding(String reason) {}
