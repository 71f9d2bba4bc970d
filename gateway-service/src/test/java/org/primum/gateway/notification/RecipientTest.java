package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.primum.gateway.problem.Problem;

/** Confirming an e-mail address. */
class RecipientTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private final Recipient recipient = Recipient.email("owner", "name@example.org", NOW);

  @Test
  void theCodeSwitchesItOn() {
    recipient.awaitConfirmation(NOW);

    assertThat(recipient.confirm(recipient.code, NOW.plusSeconds(60))).isTrue();

    assertThat(recipient.state()).isEqualTo(RecipientState.ON);
    assertThat(recipient.code).isNull();
  }

  @Test
  void aCodeCannotBeGuessed() {
    recipient.awaitConfirmation(NOW);
    String right = recipient.code;
    for (int guess = 0; guess < Recipient.MOST_GUESSES; guess++) {
      assertThat(recipient.confirm("wrong", NOW)).isFalse();
    }

    assertThatThrownBy(() -> recipient.confirm(right, NOW))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("Have a new one sent");
  }

  @Test
  void aCodeDoesNotHoldForEver() {
    recipient.awaitConfirmation(NOW);

    assertThatThrownBy(() -> recipient.confirm(recipient.code, NOW.plus(Duration.ofHours(25))))
        .isInstanceOf(Problem.class);
  }

  @Test
  void nobodyIsPesteredWithCodes() {
    for (int code = 0; code < Recipient.MOST_CODES; code++) {
      recipient.moveTo("name%d@example.org".formatted(code));
      recipient.awaitConfirmation(NOW);
    }

    assertThatThrownBy(() -> recipient.awaitConfirmation(NOW.plusSeconds(600)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("wait a while");
    recipient.awaitConfirmation(NOW.plus(Duration.ofHours(2)));
    assertThat(recipient.state()).isEqualTo(RecipientState.UNCONFIRMED);
  }
}
