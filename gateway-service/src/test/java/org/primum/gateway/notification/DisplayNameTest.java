package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.primum.protocol.validation.Characters;

class DisplayNameTest {

  @Test
  void aUsualNameStaysAsItIs() {
    assertThat(DisplayName.of("Médical-7B (β) 医")).isEqualTo("Médical-7B (β) 医");
  }

  @Test
  void noNameBreaksALine() {
    assertThat(DisplayName.of("a\r\nBcc: all@example.org\u2028b\u0085c\td"))
        .isEqualTo("a Bcc: all@example.org b c d");
  }

  @Test
  void noNameTurnsWhatFollows() {
    assertThat(DisplayName.of("safe\u202Egnp.exe\u2066\u200B")).isEqualTo("safegnp.exe");
  }

  @Test
  void aNameFromRightToLeftStaysAmongItsOwnWords() {
    assertThat(DisplayName.of("מודל רפואי")).isEqualTo("\u2068מודל רפואי\u2069");
  }

  @Test
  void aLongNameIsCut() {
    assertThat(DisplayName.of("🩺".repeat(500))).isEqualTo("🩺".repeat(79) + "…");
  }

  @Test
  void nothingIsSaidOfAnInvisibleName() {
    assertThat(DisplayName.of("\u200B\u2060")).isEqualTo("(no name)");
  }

  @Property
  void whateverTheNameItIsOneShortLine(@ForAll String name) {
    String shown = DisplayName.of(name);

    assertThat(shown.codePoints())
        .hasSizeBetween(1, 82)
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> point == 0x2028 || point == 0x2029)
        .noneMatch(point -> Characters.bidirectional(point) && point != 0x2068 && point != 0x2069);
  }
}
