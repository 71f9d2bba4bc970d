package org.primum.gateway.benchmark.importing;

import java.util.regex.Pattern;

/** Finds cells that a spreadsheet would execute, and text that was decoded wrongly. */
final class SuspectText {

  /**
   * Anything right behind an equals sign, a call such as {@code +SUM(}, a command such as {@code
   * @cmd|…!A0}, a sum such as {@code -2+3}, or a lone cell such as {@code +A1}; and the same behind
   * blanks. A list that begins with a hyphen, a temperature or a telephone number is none of these.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\s*(?:"
              + "=[^=\\s]"
              + "|[=+@-][ \\t]*[A-Za-z][\\w.]*\\("
              + "|[=+@-][^\\n|]{0,200}\\w\\|[^\\n!]{0,200}![$\\w]"
              + "|[=+@-][ \\t]*[0-9.]+[ \\t]*[+*/^]"
              + "|[+@-]\\$?[A-Z]{1,3}\\$?[0-9]+(?:[ \\t]*[-+*/^:].*)?$"
              + ")");

  /** A tab or return hides the sign behind it from a reader, not from a spreadsheet. */
  private static final Pattern HIDDEN_SIGN = Pattern.compile("[\\t\\r]+[=+@-]");

  /**
   * UTF-8 bytes that were taken for Windows-1252 or Latin-1. Pairs that also occur in good text,
   * such as a capital with a tilde before a closing quote, are left out.
   */
  private static final Pattern DECODED_TWICE =
      Pattern.compile(
          "\u00e2[\u20ac\u0080]"
              + "|\u00e2[\u201a\u0082]\u00ac"
              + "|\u00e2[\u201e\u0084]\u00a2"
              + "|\u00c3[\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf\u20ac\u201a\u0192\u201e\u2020\u2021"
              + "\u02c6\u2030\u0160\u2039\u0152\u017d\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
              + "|\u00c2[\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bf]"
              + "|\u00ef\u00bb\u00bf|\u00ef\u00bf\u00bd"
              + "|\u00f0[\u0178\u009f]");

  private static final char LOST = '\uFFFD';

  private SuspectText() {}

  /** Whether a spreadsheet would execute it. */
  static boolean formula(String cell) {
    return FORMULA.matcher(cell).lookingAt() || HIDDEN_SIGN.matcher(cell).lookingAt();
  }

  /** Whether its characters are not those that were written; null is not. */
  static boolean damaged(String text) {
    return text != null && (text.indexOf(LOST) >= 0 || DECODED_TWICE.matcher(text).find());
  }
}
