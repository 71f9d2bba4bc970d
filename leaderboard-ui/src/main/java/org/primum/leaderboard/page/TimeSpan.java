package org.primum.leaderboard.page;

import java.time.Duration;

/** A range of time as a person would say it. */
final class TimeSpan {

  private static final int SECONDS_WORTH_NAMING = 50;

  private TimeSpan() {}

  /**
   * {@code 3 to 5 minutes}, {@code 40 minutes to 1½ hours}, {@code up to 3 minutes}, or the one
   * when both are alike.
   */
  static String words(long secondsLow, long secondsHigh) {
    String low = Formatting.about(Duration.ofSeconds(secondsLow));
    String high = Formatting.about(Duration.ofSeconds(secondsHigh));
    if (low.equals(high)) {
      return high;
    }
    String to = bare(high);
    if (secondsLow < SECONDS_WORTH_NAMING) {
      return "up to " + to;
    }
    String from = bare(low);
    // The unit is said once when both have it.
    return unit(from).equals(unit(to))
        ? "%s to %s".formatted(from.substring(0, from.lastIndexOf(' ')), to)
        : "%s to %s".formatted(from, to);
  }

  private static String bare(String about) {
    return about.replace("about ", "");
  }

  private static String unit(String words) {
    return words.substring(words.lastIndexOf(' ')).replaceAll("s$", "");
  }
}
