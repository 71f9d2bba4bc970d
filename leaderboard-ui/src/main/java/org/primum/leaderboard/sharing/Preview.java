package org.primum.leaderboard.sharing;

/**
 * What others show of a page when somebody sends them its address.
 *
 * @param title in a line
 * @param description one or two sentences, as plain text
 */
public record Preview(String title, String description) {}
