package org.primum.leaderboard.gateway;

/** The version a new draft is to have. */
public record DraftName(String version) {}
