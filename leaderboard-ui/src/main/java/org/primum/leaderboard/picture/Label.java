package org.primum.leaderboard.picture;

/** Names that strangers chose, as they fit into a drawing. */
public final class Label {

  /** As long as a name may be beside a mark. */
  static final int SHORT = 22;

  /** As long as a name may be where it has a line to itself. */
  static final int LONG = 80;

  private Label() {}

  /** A name beside a mark. */
  static String beside(String name) {
    return cut(name, SHORT);
  }

  /** A name in a sentence or on a line of its own. */
  public static String line(String name) {
    return cut(name, LONG);
  }

  /** Without what turns the direction of the text around it, and no longer than that. */
  static String cut(String name, int most) {
    int[] shown =
        name.codePoints()
            .filter(character -> !turns(character))
            .map(character -> Character.isISOControl(character) ? ' ' : character)
            .toArray();
    return shown.length <= most
        ? new String(shown, 0, shown.length)
        : new String(shown, 0, most - 1).stripTrailing() + "…";
  }

  private static boolean turns(int character) {
    return switch (Character.getDirectionality(character)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> false;
    };
  }
}
