package org.primum.localstack.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void splitsWhereSentencesAndLinesEnd() {
    String text = "Dose\n- 2.5 ml, twice a day.\n3. Shake it! Is it open? \"Keep it cold.\"  Done";

    assertThat(Sentences.in(text))
        .containsExactly(
            "Dose",
            "2.5 ml, twice a day.",
            "Shake it!",
            "Is it open?",
            "\"Keep it cold.\"",
            "Done");
  }

  @Test
  void doesNotEndAtATitle() {
    assertThat(Sentences.in("Ask Dr. Lane. She knows Mrs. Poll.\r\n"))
        .containsExactly("Ask Dr. Lane.", "She knows Mrs. Poll.");
  }

  @Test
  void quotesNoHeadings() {
    assertThat(Sentences.quotable("Dose\nThese are the doses:\nTake 2. Then 1.\n"))
        .containsExactly("Take 2.", "Then 1.");
  }
}
