package org.primum.leaderboard.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnteredTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // What a browser made of the lines is undone, however they ended before.
        "a|b, a~b, a~b",
        "a|b, a|b, a|b",
        // A change is taken, with plain line ends.
        "a|c, a~b, a~c",
        "a|b, -, a~b",
        // Nothing but space is nothing.
        "' | ', a, -",
        "-, a, -",
      })
  void aTextKeepsItsLineEnds(String entered, String before, String expected) {
    String text = Entered.text(lines(entered), lines(before));

    assertThat(text).isEqualTo(lines(expected));
  }

  /** A bar stands for CR and LF, a tilde for LF alone. */
  private static String lines(String text) {
    return text == null ? null : text.replace("|", "\r\n").replace("~", "\n");
  }
}
