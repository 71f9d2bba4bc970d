package org.primum.leaderboard.submission;

import java.math.BigDecimal;
import org.primum.leaderboard.admin.Entered;

/** Numbers that somebody entered. */
final class Numbers {

  private Numbers() {}

  /**
   * Reads one.
   *
   * @return null when nothing was entered
   * @throws NumberFormatException when it is none
   */
  static Double read(String entered) {
    if (Entered.blank(entered)) {
      return null;
    }
    // People write 7B for seven billion, and a comma where their language does.
    String plain = entered.strip().replaceFirst("(?i)\\s*b$", "").replace(',', '.');
    if (!plain.matches("[0-9]{1,6}(\\.[0-9]{1,4})?")) {
      throw new NumberFormatException(plain);
    }
    return Double.valueOf(plain);
  }

  /** As it may be entered. */
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
