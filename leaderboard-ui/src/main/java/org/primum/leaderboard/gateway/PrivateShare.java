package org.primum.leaderboard.gateway;

/** The share of a draft's items that is to be private, 0 to 0.5. */
public record PrivateShare(double share) {}
