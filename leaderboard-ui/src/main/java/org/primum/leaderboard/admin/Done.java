package org.primum.leaderboard.admin;

import java.util.Arrays;
import java.util.Locale;

/** What was just done, for the page that a form leads to. An address can name one, not word it. */
public enum Done {
  IMPORTED("The rows are in the draft."),
  ARCHIVE_IMPORTED("The archive is a draft now, with the hash that it had when it was saved."),
  DRAFT_MADE("The draft is there, with the same items, settings and judges."),
  DRAFT_DELETED("The draft is deleted."),
  SUITE_DELETED("The suite's items are deleted."),
  SETTINGS_SAVED("The settings are saved."),
  PRIVATE_PART_SET("The private part is set."),
  ITEM_SAVED("The item is saved."),
  ITEM_DELETED("The item is deleted."),
  PUBLISHED("The version is published. Evaluations can start on it."),
  RETIRED("The version is retired. No evaluation can start on it any more."),
  JUDGE_SAVED("The judge is saved."),
  LETTER_RETRIED("The message is on its way again. If it cannot be handled, it comes back here."),
  LETTERS_RETRIED("The messages are on their way again. Those that fail again come back here."),
  LETTER_DISCARDED("The message is discarded."),
  LETTERS_DISCARDED("The messages are discarded.");

  private final String words;

  Done(String words) {
    this.words = words;
  }

  /** As in an address. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sentence for that label; empty when there is none. */
  public static String words(String label) {
    return Arrays.stream(values())
        .filter(done -> done.label().equals(label))
        .map(done -> done.words)
        .findFirst()
        .orElse("");
  }
}
