package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.Json;

class SecretTest {

  private static final String VALUE = "sk-0123456789abcdef";

  private final Secret secret = Secret.of(VALUE);

  /** A record prints what it holds; logs are full of printed records. */
  private record Holder(Secret secret) {}

  @Test
  void neverPrintsItself() {
    String printed = "%s %s %s".formatted(secret, new Holder(secret), secret.hashCode());

    assertThat(printed).startsWith("Secret[***] Holder[secret=Secret[***]]").doesNotContain(VALUE);
  }

  @Test
  void doesNotBecomeJson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(new Holder(secret)))
        .withMessageNotContaining(VALUE);
  }

  @Test
  void showsItselfToWhoeverAsksByName() {
    assertThat(secret.reveal()).isEqualTo(VALUE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n"})
  void cannotBeBlank(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.of(value))
        .withMessage("secret is missing");
  }
}
