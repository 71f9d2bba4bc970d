package org.primum.leaderboard.gateway;

import org.primum.protocol.Item;

/**
 * What an item of a draft is to be.
 *
 * @param category the suite's category id
 * @param split null in suites without splits
 * @param prompt verbatim
 * @param document null in suites without documents
 * @param instruction a system message of the item's own, or null
 * @param part {@value Item#PRIVATE}, or null when everybody may read it
 */
public record ItemContent(
    String category,
    String split,
    String prompt,
    String document,
    String instruction,
    String part) {}
