package org.primum.leaderboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @Test
  void spacesAndLineBreaksBecomeOneSpace() {
    assertThat(PlainText.line("  one\r\n\ttwo\u00A0\u2028three  ", 80)).isEqualTo("one two three");
  }

  @Test
  void whatNobodySeesIsLeftOut() {
    assertThat(PlainText.line("a\u202Eb\u2066c\u200Fd\uFEFFe\u0000f\u0007g\uD800h", 80))
        .isEqualTo("abcdefgh");
  }

  @Test
  void otherScriptsStayAsTheyAre() {
    String names = "عربي עברית 日本語 فارسی\u200Cها 👩\u200D⚕️";

    assertThat(PlainText.line(names, 80)).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "Model, 5, Model",
    "Models, 5, Mode…",
    "Mo dels, 5, Mo d…",
    "Mode ls, 5, Mode…",
    "😀😀😀, 2, 😀…"
  })
  void aLongLineIsCut(String text, int most, String line) {
    assertThat(PlainText.line(text, most)).isEqualTo(line);
  }

  @Property
  void aLineIsShortAndHarmless(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int most) {
    String line = PlainText.line(text, most);

    assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(most);
    assertThat(line).isEqualTo(line.strip());
    assertThat(line.codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    assertThat(line).doesNotContain("\u202E", "\u2066", "\u2067", "\u200E");
  }
}
