package org.primum.leaderboard.gateway;

import java.math.BigDecimal;

/**
 * Another cost limit.
 *
 * @param costLimit most that may be spent in all, in the currency of the prices
 */
public record CostLimit(BigDecimal costLimit) {}
