package org.primum.leaderboard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LabelTest {

  @Test
  void aLongNameIsCut() {
    assertThat(Label.beside("a".repeat(100))).isEqualTo("a".repeat(21) + "…");
    assertThat(Label.beside("short")).isEqualTo("short");
  }

  @Test
  void whatTurnsTheTextAroundItIsLeftOut() {
    assertThat(Label.line("safe\u202Eevil\u2066x\u2069")).isEqualTo("safeevilx");
    assertThat(Label.line("two\nlines\u0000")).isEqualTo("two lines ");
    assertThat(Label.line("نموذج طبي")).isEqualTo("نموذج طبي");
  }

  @Property
  void neverExceedsItsRoomNorBreaksACharacter(@ForAll String name) {
    String label = Label.beside(name);

    assertThat(label.codePointCount(0, label.length())).isLessThanOrEqualTo(Label.SHORT);
  }
}
