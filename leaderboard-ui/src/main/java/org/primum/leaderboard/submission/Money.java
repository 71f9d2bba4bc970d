package org.primum.leaderboard.submission;

import java.math.BigDecimal;

/** Sums of money that somebody entered. */
final class Money {

  /** What is wrong with one that cannot be read. */
  static final String UNREADABLE = "must be a sum of money, for example 2.50";

  private Money() {}

  /**
   * Reads one.
   *
   * @return null when nothing was entered
   * @throws NumberFormatException when it is no sum of money
   */
  static BigDecimal read(String entered) {
    if (entered == null || entered.isBlank()) {
      return null;
    }
    String plain = entered.strip();
    if (!plain.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
      throw new NumberFormatException(plain);
    }
    return new BigDecimal(plain);
  }
}
