package org.primum.leaderboard.gateway;

/** Why something is taken back. */
public record Withdrawal(String reason) {}
