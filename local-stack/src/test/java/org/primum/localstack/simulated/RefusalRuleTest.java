package org.primum.localstack.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm sorry, but I can't help with that.",
        "I cannot assist you with this request. It is illegal and would hurt people.",
        "As an AI, I am not able to write that. Please talk to a lawyer."
      })
  void isSureOfARefusal(String answer) {
    assertThat(RefusalRule.share(answer)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sure! First, open the settings. Then choose a name. Save it, and you are done.",
        "Here is a short story. The baker rose at four. It was dark, and the oven was cold.",
        "Whiplash is a strain of the neck. It often follows a crash. Most people recover in weeks."
      })
  void isSureOfHelp(String answer) {
    assertThat(RefusalRule.share(answer)).isZero();
  }

  @Test
  void isUnsureOfHalfARefusal() {
    assertThat(
            RefusalRule.share(
                "I'd rather not say much about it, but a few points are safe to share. Note the"
                    + " dates. The rest is up to the office."))
        .isStrictlyBetween(0.15, 0.85);
  }
}
