package org.primum.leaderboard.notification;

import java.util.Locale;
import java.util.stream.Stream;

/** What was just done, for the page that a form leads to. An address can name one, not word it. */
enum Done {
  SAVED("Saved."),
  CODE_SENT("A code is on its way to this address. Enter it below."),
  CONFIRMED("The address is confirmed. Results are sent there from now on."),
  SWITCHED_ON("Switched on."),
  SWITCHED_OFF("Switched off."),
  REMOVED("Removed."),
  TEST_SENT("A test is on its way. What became of it is below; reload the page to see."),
  SENT_AGAIN("It is on its way again. What became of it is below; reload the page to see.");

  private final String sentence;

  Done(String sentence) {
    this.sentence = sentence;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static String words(String label) {
    return Stream.of(values())
        .filter(done -> done.label().equals(label))
        .findFirst()
        .map(done -> done.sentence)
        .orElse("");
  }
}
