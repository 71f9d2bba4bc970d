package org.primum.leaderboard.admin;

import jakarta.ws.rs.NotFoundException;

/** What browsers send. */
public final class Entered {

  private Entered() {}

  /** Browsers end the lines of a text with CR and LF, whatever it came with. */
  public static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  /**
   * The text as it was when nothing but its line ends differs, else as it was entered: whoever
   * changes the category of an item must not change its prompt.
   */
  public static String text(String entered, String before) {
    if (entered == null || entered.isBlank()) {
      return null;
    }
    String lines = lines(entered);
    return before != null && lines(before).equals(lines) ? before : lines;
  }

  /** Whether there is nothing but space. */
  public static boolean blank(String value) {
    return value == null || value.isBlank();
  }

  /**
   * Part of an address that names something.
   *
   * @throws NotFoundException when it is left out
   */
  public static String named(String part) {
    if (blank(part)) {
      throw new NotFoundException();
    }
    return part;
  }
}
