package org.primum.leaderboard.page;

import java.util.PrimitiveIterator;

/** Texts that strangers wrote, for places where only a short line of plain text may stand. */
public final class PlainText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int TAG_CHARACTERS = 0xE0000;

  private PlainText() {}

  /**
   * The text in one line: spaces and line breaks become one space each, characters that nobody sees
   * or that turn the direction of what follows are left out, and it is cut at so many characters.
   * The joiners stay, which some scripts need.
   */
  public static String line(String text, int most) {
    StringBuilder line = new StringBuilder();
    int length = 0;
    boolean space = false;
    for (PrimitiveIterator.OfInt points = text.codePoints().iterator(); points.hasNext(); ) {
      int point = points.nextInt();
      if (spacing(point)) {
        space = length > 0;
      } else if (!invisible(point)) {
        if (length + (space ? 2 : 1) > most) {
          return cut(line, most, length);
        }
        if (space) {
          line.append(' ');
          length++;
          space = false;
        }
        line.appendCodePoint(point);
        length++;
      }
    }
    return line.toString();
  }

  private static String cut(StringBuilder line, int most, int length) {
    if (length == most) {
      line.setLength(line.offsetByCodePoints(line.length(), -1));
    }
    return line.append('…').toString();
  }

  private static boolean spacing(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
  }

  private static boolean invisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          true;
      case Character.FORMAT ->
          (point != ZERO_WIDTH_JOINER && point != ZERO_WIDTH_NON_JOINER) || point >= TAG_CHARACTERS;
      default -> false;
    };
  }
}
