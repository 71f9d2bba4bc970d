package org.primum.gateway.benchmark.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectTextTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- first, the dose\n- then the name",
        "-5 degrees, and now?",
        "+49 30 1234 is my number",
        "@doctor, may I?",
        "== Leaflet ==",
        "= a heading",
        "-40 mg (daily) | once!",
        "I have 2+2 tablets =4(?)",
        "-A1c too high?"
      })
  void whatPeopleWriteIsNoFormula(String text) {
    assertThat(SuspectText.formula(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Spaß“, »Fuß«, SIM, NÃO, AÇÃO",
        "Größe…",
        "café – naïve",
        "MANHÃ”",
        "„Ä“ and ‘Â’",
        "数え切れない"
      })
  void textOfManyLanguagesIsNotDamaged(String text) {
    assertThat(SuspectText.damaged(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the patient’s", "“quoted”", "naïve", "30 °C", "Größe", "3 €", "😀", "½ tablet"})
  void textDecodedTwiceIsDamaged(String text) {
    String twice = new String(text.getBytes(UTF_8), WINDOWS);

    assertThat(SuspectText.damaged(twice)).isTrue();
  }
}
