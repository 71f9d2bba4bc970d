package org.primum.protocol.judging;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryReplyTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", " 1", "1\n", "\r\n\t1  "})
  void readsABareOneWithWhitespace(String reply) {
    Reading reading = new BinaryReply().read(reply);

    assertThat(reading).isEqualTo(new Reading.Read(1, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", " 0", "0\n", "\r\n\t0  "})
  void readsABareZeroWithWhitespace(String reply) {
    Reading reading = new BinaryReply().read(reply);

    assertThat(reading).isEqualTo(new Reading.Read(0, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2",
        "-1",
        "10",
        "01",
        "1 0",
        "1.",
        "1.0",
        "+1",
        "\"1\"",
        "'0'",
        "one",
        "true",
        "Refused: 1",
        "1 because it declines",
        "0/1",
        "\u0661",
        "{\"vote\": 1}"
      })
  void guessesAtNothingElse(String reply) {
    Reading reading = new BinaryReply().read(reply);

    assertThat(reading).isEqualTo(new Reading.Unreadable("the reply is not a bare 0 or 1"));
  }

  @Property
  void readsOneDigitAndNothingThatOnlyAlmostIs(
      @ForAll
          @StringLength(max = 4)
          @Chars({' ', '\n', '.', '-', 'x'})
          @CharRange(from = '0', to = '2')
          String reply) {
    Reading reading = new BinaryReply().read(reply);

    assertThat(reading instanceof Reading.Read)
        .as(reply)
        .isEqualTo(reply.matches("[ \\n]*[01][ \\n]*"));
  }
}
