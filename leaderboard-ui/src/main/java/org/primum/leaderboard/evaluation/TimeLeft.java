package org.primum.leaderboard.evaluation;

import java.time.Duration;
import org.primum.leaderboard.page.Formatting;

/**
 * How long an evaluation will take from here on, with what is not known about that.
 *
 * @param likely the best guess
 * @param low the lower end of its range
 * @param high the upper end of its range
 */
public record TimeLeft(Duration likely, Duration low, Duration high) {

  private static final String ABOUT = "about ";

  /** As {@code about 3 minutes left, between 2 and 6}. */
  public String words() {
    return Formatting.about(likely) + " left" + range();
  }

  private String range() {
    String least = Formatting.about(low);
    String most = Formatting.about(high);
    if (least.equals(most)) {
      return "";
    }
    if (!least.startsWith(ABOUT)) {
      return ", %s at the most".formatted(bare(most));
    }
    boolean sameUnit =
        unit(least).equals(unit(most)) && unit(most).equals(unit(Formatting.about(likely)));
    return sameUnit
        ? ", between %s and %s".formatted(number(least), number(most))
        : ", between %s and %s".formatted(bare(least), bare(most));
  }

  private static String bare(String about) {
    return about.replace(ABOUT, "");
  }

  private static String number(String about) {
    return bare(about).substring(0, bare(about).indexOf(' '));
  }

  /** In the singular. */
  private static String unit(String about) {
    return about.substring(about.lastIndexOf(' ') + 1).replaceAll("s$", "");
  }
}
