package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.primum.modelclient.Secret;

class SigningSecretTest {

  /** The example that the specification's own libraries are tested with. */
  @Test
  void theSignatureIsThatOfTheSpecification() {
    SigningSecret secret = SigningSecret.of(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    String signature =
        secret.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aNewSecretHasTheFormAndLengthOfTheSpecification() {
    String secret = SigningSecret.random().secret().reveal();

    assertThat(secret).startsWith("whsec_");
    assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSizeBetween(24, 64);
    assertThat(SigningSecret.random().secret().reveal()).isNotEqualTo(secret);
  }
}
