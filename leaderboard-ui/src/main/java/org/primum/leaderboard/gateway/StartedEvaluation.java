package org.primum.leaderboard.gateway;

import java.util.UUID;

/** An evaluation that has just been registered. */
public record StartedEvaluation(UUID id) {}
