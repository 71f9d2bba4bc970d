package org.primum.leaderboard.gateway;

/** Whether the good rows of an import are taken although others are refused. */
public record TakenImport(boolean takeGood) {}
