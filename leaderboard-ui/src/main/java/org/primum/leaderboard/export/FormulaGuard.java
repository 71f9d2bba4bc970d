package org.primum.leaderboard.export;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a cell of text for a formula. A text that begins with one of
 * {@code = + - @}, their wide forms, a tab or a line break gets an apostrophe in front, and so does
 * one that already begins with apostrophes before such a character. So the text is got back by
 * removing one apostrophe where it stands before such a character or before another apostrophe that
 * leads to one.
 */
final class FormulaGuard {

  private static final Pattern RISKY = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]");

  private FormulaGuard() {}

  /** The text as it may stand in a cell. */
  static String guarded(String text) {
    return RISKY.matcher(text).lookingAt() ? "'" + text : text;
  }
}
