package org.primum.localstack.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.localstack.simulated.GroundednessRule.Label;
import org.primum.localstack.simulated.GroundednessRule.Labelled;

class GroundednessRuleTest {

  private static final String DOCUMENT =
      """
      Zarnol syrup: leaflet

      How to take it
      - Children from 2 to 5 years: 5 ml, 3 times a day.
      - Children from 6 to 11 years: 10 ml, 3 times a day.
      Shake the bottle for 10 seconds. Dr. Amber advises to take the syrup after a meal.
      Do not give Zarnol to babies. Keep the bottle in the refrigerator once it is open.
      """;

  private static final String REQUEST = "How much Zarnol may my children of 4 and 8 years have?";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Children from 2 to 5 years: 5 ml, 3 times a day.",
        "You should not give Zarnol to babies.",
        "Once open, keep the bottle in the refrigerator!",
        "Dr. Amber advises to take the syrup after a meal."
      })
  void supportsWhatTheDocumentSays(String sentence) {
    assertThat(labels(sentence)).containsExactly(Label.SUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Children from 2 to 5 years: 7.5 ml, 3 times a day.",
        "Shake the bottle for 100 seconds.",
        "Give Zarnol to babies.",
        "Do not keep the bottle in the refrigerator once it is open."
      })
  void contradictsWhatDiffersInANumberOrADenial(String sentence) {
    assertThat(labels(sentence)).containsExactly(Label.CONTRADICTORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It tastes of raspberries and helps with sleep.",
        "Adults are given 20 ml before breakfast.",
        "Scientists discovered the plant in Peru."
      })
  void findsNoSupportForWhatIsNotThere(String sentence) {
    assertThat(labels(sentence)).containsExactly(Label.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I hope this helps.",
        "Let me know if you need more.",
        "The document does not answer that.",
        "I'm sorry, but I can't help with that.",
        "Yes."
      })
  void attributesNothingToACourtesy(String sentence) {
    assertThat(labels(sentence)).containsExactly(Label.NO_RAD);
  }

  @Test
  void labelsSentenceBySentenceWithWhatDecided() {
    String answer = "Shake the bottle for 10 seconds. Shake the bottle for 20 seconds.\n\nThanks!";

    assertThat(GroundednessRule.label(DOCUMENT, answer))
        .containsExactly(
            new Labelled(
                "Shake the bottle for 10 seconds.",
                Label.SUPPORTED,
                "Shake the bottle for 10 seconds."),
            new Labelled(
                "Shake the bottle for 20 seconds.",
                Label.CONTRADICTORY,
                "Shake the bottle for 10 seconds."),
            new Labelled("Thanks!", Label.NO_RAD, null));
  }

  @Test
  void labelsNothingWhereNothingIsSaid() {
    assertThat(GroundednessRule.label(DOCUMENT, " \n ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Children from 6 to 11 years: 10 ml, 3 times a day.             | true
          I'm afraid Zarnol has no dose for children in that leaflet.    | true
          I'm sorry, but I can't help with children of 4 and 8 years.    | false
          The weather in Lisbon is mild in spring.                       | false
          Thank you for sharing the whole text.                          | false
          """)
  void tellsAnAnswerToTheRequestFromOthers(String answer, boolean addresses) {
    assertThat(GroundednessRule.addresses(REQUEST, answer)).isEqualTo(addresses);
  }

  private static List<Label> labels(String answer) {
    return GroundednessRule.label(DOCUMENT, answer).stream().map(Labelled::label).toList();
  }
}
