package org.primum.protocol.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is it Ménière’s disease?",
        "“Take two” – or three…",
        "37,5 °C",
        "Kosten: 5 €",
        "❤️ and 😀",
        "Привет, доктор",
        "我头痛",
        "ما هو الدواء؟",
        "Ünal hat Fieber"
      })
  void isFoundInTextThatWasReadAsWindows1252(String text) {
    String damaged = misread(text, "windows-1252");

    boolean found = Mojibake.in(damaged);

    assertThat(found).isTrue();
    assertThat(Mojibake.in(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Is it Ménière’s disease?", "Привет, доктор", "I can’t sleep"})
  void isFoundInTextThatWasReadAsLatin1(String text) {
    String damaged = misread(text, "ISO-8859-1");

    boolean found = Mojibake.in(damaged);

    assertThat(found).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Plain text",
        "Ã",
        "â€",
        "«\u00a0Où est l’hôpital\u00a0?\u00a0» à\u00a0«\u00a0gauche\u00a0»",
        "Eine „MAÇÔ und „ÀÉÖ“",
        "CAFÉ” and CAFÉ…",
        "SÃO PAULO, MAÇÃ”",
        "Bệnh viện ở đâu? ÂU CƠ",
        "£5, 10 µg, ½ tablet, ¿qué? ¡sí!",
        "naïve façade Zürich Ærø Ångström",
        "Þetta er íslenska: ð, þ, æ"
      })
  void isNotFoundInSoundText(String text) {
    boolean found = Mojibake.in(text);

    assertThat(found).isFalse();
  }

  @Property
  void isFoundForEveryLowerCaseLetterOfLatin1(
      @ForAll @CharRange(from = 'ß', to = 'ÿ') char letter) {
    boolean found = Mojibake.in(misread("na" + letter + "ve", "ISO-8859-1"));

    assertThat(found).isTrue();
  }

  @Property
  void readsAnyText(@ForAll String text) {
    boolean found = Mojibake.in(text);

    assertThat(found && text.chars().allMatch(character -> character < 0x80)).isFalse();
  }

  /**
   * Latin-1 has a character for every byte; Windows-1252 leaves five out, which none of these need.
   */
  private static String misread(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }
}
