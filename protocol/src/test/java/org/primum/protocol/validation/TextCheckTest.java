package org.primum.protocol.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.Item;
import org.primum.protocol.validation.Finding.Kind;
import org.primum.protocol.validation.Finding.Severity;

class TextCheckTest {

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Caf\uFFFD,ENCODING_DAMAGE,ERROR",
        "I canâ€™t sleep,ENCODING_DAMAGE,ERROR",
        "MÃ©niÃ¨re,ENCODING_DAMAGE,ERROR",
        "I can\u0092t sleep,ENCODING_DAMAGE,ERROR",
        "No character: \uFDD0,ENCODING_DAMAGE,ERROR",
        "Ring\u0007,UNUSUAL_CHARACTERS,WARNING",
        "Delete\u007Fd,UNUSUAL_CHARACTERS,WARNING",
        "Turned \u202Eround,UNUSUAL_CHARACTERS,WARNING",
        "Apart \u2066here\u2069,UNUSUAL_CHARACTERS,WARNING",
        "Zero\u200Bwidth,UNUSUAL_CHARACTERS,WARNING",
        "\uFEFFMark,UNUSUAL_CHARACTERS,WARNING",
        "Soft\u00ADhyphen,UNUSUAL_CHARACTERS,WARNING",
        " Blank before,UNUSUAL_CHARACTERS,WARNING",
        "Blank after ,UNUSUAL_CHARACTERS,WARNING",
        "=1+1,FORMULA,WARNING",
        "+1,FORMULA,WARNING",
        "-1,FORMULA,WARNING",
        "@SUM(A1),FORMULA,WARNING",
        "\uFF1D1,FORMULA,WARNING"
      })
  void findsWhatIsHardlyMeant(String prompt, Kind kind, Severity severity) {
    List<Item> items = ItemsOf.prompts("Is this right?", prompt);

    List<Finding> findings = findings(items);

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.suites()).containsExactly("patient-safety");
              assertThat(finding.items()).containsExactly(new ItemKey("patient-safety", "1"));
            });
  }

  /** Tag characters are written as two chars each, which no CSV row shows well. */
  @Test
  void findsTextHiddenInTagCharacters() {
    String hidden = "Help me." + Character.toString(0xE0049) + Character.toString(0xE006E);

    List<Finding> findings = findings(ItemsOf.prompts(hidden));

    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.UNUSUAL_CHARACTERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Two lines\nand a\ttab\r\n.",
        "What's 1 - 1 = ?",
        "Ménière’s “disease” – 5 €",
        "👩‍⚕️ می‌خواهم",
        "Hello \u200Fשלום\u200F."
      })
  void leavesSoundTextAlone(String prompt) {
    List<Finding> findings = findings(ItemsOf.prompts(prompt));

    assertThat(findings).isEmpty();
  }

  @Test
  void looksAtDocumentAndInstructionToo() {
    Item document = new Item("d", "patient-safety", "1", null, "Why?", "Caf\uFFFD", null, null);
    Item instruction = new Item("i", "patient-safety", "1", null, "Why?", null, "Caf\uFFFD", null);

    List<Finding> findings = findings(List.of(document, instruction));

    assertThat(findings).hasSize(1).flatExtracting(Finding::items).hasSize(2);
  }

  @Test
  void makesOneFindingForASuite() {
    List<Item> items =
        List.of(
            ItemsOf.item("a", "patient-safety", "1", "=1"),
            ItemsOf.item("b", "clinician-ethics", "1", "=2"),
            ItemsOf.item("c", "patient-safety", "1", "=3"));

    List<Finding> findings = findings(items);

    assertThat(findings)
        .extracting(Finding::items)
        .containsExactly(
            List.of(new ItemKey("clinician-ethics", "b")),
            List.of(new ItemKey("patient-safety", "a"), new ItemKey("patient-safety", "c")));
  }

  private static List<Finding> findings(List<Item> items) {
    return TextCheck.ALL.stream().flatMap(check -> check.findings(items).stream()).toList();
  }
}
