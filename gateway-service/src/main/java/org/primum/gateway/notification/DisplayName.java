package org.primum.gateway.notification;

import java.text.Bidi;
import org.primum.protocol.validation.Characters;

/**
 * What strangers named something, made fit for a line of text: no line break, nothing invisible,
 * nothing that turns the direction of what follows, and not too long.
 */
final class DisplayName {

  private static final int LONGEST = 80;
  private static final char ISOLATE = '\u2068';
  private static final char END_OF_ISOLATE = '\u2069';

  private DisplayName() {}

  static String of(String name) {
    StringBuilder line = new StringBuilder();
    name.codePoints()
        .filter(point -> !Characters.bidirectional(point) && !Characters.invisible(point))
        .map(point -> breaks(point) ? ' ' : point)
        .forEach(line::appendCodePoint);
    String plain = line.toString().strip().replaceAll(" +", " ");
    if (plain.isEmpty()) {
      return "(no name)";
    }
    String bounded =
        plain.codePointCount(0, plain.length()) <= LONGEST
            ? plain
            : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    return isolated(bounded);
  }

  private static boolean breaks(int point) {
    return Character.isISOControl(point)
        || Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.getType(point) == Character.SURROGATE
        || Character.getType(point) == Character.UNASSIGNED;
  }

  /** A name written from right to left stays among its own words. */
  private static String isolated(String name) {
    char[] characters = name.toCharArray();
    return Bidi.requiresBidi(characters, 0, characters.length)
        ? ISOLATE + name + END_OF_ISOLATE
        : name;
  }
}
