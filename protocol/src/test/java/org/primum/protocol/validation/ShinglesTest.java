package org.primum.protocol.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinglesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one two three four | 2",
        "one two three      | 1",
        "one                | 1",
        "'?!'               | 0",
        "a b c a b c a b c  | 3",
        "我头痛吗            | 2",
        "我 is 头痛          | 2"
      })
  void areRunsOfThreeWordsEachOnce(String text, int runs) {
    long[] shingles = Shingles.of(text);

    assertThat(shingles).hasSize(runs).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Is it safe?   | is   it, SAFE",
        "Ménière today | ME\u0301NIE\u0300RE today!",
        "ﬁve mg doses  | five mg doses"
      })
  void disregardCasePunctuationAndWaysOfWriting(String text, String written) {
    long[] shingles = Shingles.of(written);

    assertThat(shingles).isEqualTo(Shingles.of(text));
  }

  @Test
  void knowWhereAWordEnds() {
    long[] shingles = Shingles.of("ab c d");

    assertThat(shingles).isNotEqualTo(Shingles.of("a bc d"));
  }
}
