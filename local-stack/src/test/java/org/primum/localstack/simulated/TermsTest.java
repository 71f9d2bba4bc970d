package org.primum.localstack.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  @Test
  void readsWordsFiguresAndDenials() {
    Terms terms = Terms.of("Patients aged 65 didn't need the 2.5 mg tablets.");

    assertThat(terms.words()).containsExactlyInAnyOrder("patient", "aged", "need", "mg", "tablet");
    assertThat(terms.figures()).containsExactly("65", "2.5");
    assertThat(terms.denied()).isTrue();
  }

  @Test
  void readsWhoseItIs() {
    assertThat(Terms.of("It's the baby's.").words()).containsExactly("baby");
  }

  @Test
  void measuresHowMuchAnotherSentenceCovers() {
    Terms said = Terms.of("Swallow two tablets tonight.");
    Terms document = Terms.of("Tablets are swallowed whole at night, two of them.");

    assertThat(said.coveredBy(document)).isEqualTo(0.75);
  }

  @Test
  void coversNothingWhereNothingIsSaid() {
    assertThat(Terms.of("It is what it is.").coveredBy(Terms.of("It is a tablet."))).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Take 2 tablets in 24 hours.  | Take 3 tablets in 24 hours.
          Ages 2 to 3 only.            | Ages 4 to 3 only.
          Give 0.5 ml.                 | Give 1.5 ml.
          Take none.                   | Take none.
          """)
  void changesTheFirstFigureToOneThatIsNotThere(String sentence, String changed) {
    assertThat(Terms.withAnotherFigure(sentence)).isEqualTo(changed);
  }
}
