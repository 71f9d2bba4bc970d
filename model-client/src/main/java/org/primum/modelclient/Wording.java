package org.primum.modelclient;

import java.time.Duration;

/** Makes foreign text and numbers fit into sentences for people. */
final class Wording {

  private static final int EXCERPT = 160;

  private Wording() {}

  /** Whole seconds as words, or milliseconds below one second. */
  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds == 0) {
      return duration.toMillis() + " milliseconds";
    }
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }

  /** One line, without control characters. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  /** One line, without control characters, of at most {@value #EXCERPT} characters. */
  static String excerpt(String text) {
    String line = line(text);
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT).strip() + "…";
  }

  /** The text as PostgreSQL takes it: NUL and unpaired surrogates become U+FFFD. */
  static String storable(String text) {
    if (text.chars().noneMatch(unit -> unit == 0 || Character.isSurrogate((char) unit))) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .map(
            point ->
                point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                    ? 0xfffd
                    : point)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }
}
