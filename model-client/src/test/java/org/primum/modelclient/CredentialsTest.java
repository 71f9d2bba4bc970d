package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final UUID ENDPOINT = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final CredentialSeal seal =
      CredentialSeal.withKey(Base64.getEncoder().encodeToString(new byte[32]));
  private final Source source = new Source();
  private long nanos;
  private final Credentials credentials = new Credentials(source::find, seal, MINUTE, () -> nanos);

  @Test
  void opensTheCredentialOfAnEndpoint() {
    source.put(ENDPOINT, seal.seal(Secret.of("sk-one"), ENDPOINT));

    Secret secret = credentials.of(ENDPOINT);

    assertThat(secret.reveal()).isEqualTo("sk-one");
  }

  @Test
  void knowsThatAnEndpointHasNone() {
    Secret secret = credentials.of(ENDPOINT);

    assertThat(secret).isNull();
  }

  @Test
  void asksTheSourceOnceWhileItRemembers() {
    source.put(ENDPOINT, seal.seal(Secret.of("sk-one"), ENDPOINT));
    Secret first = credentials.of(ENDPOINT);
    nanos = MINUTE.toNanos() - 1;

    Secret second = credentials.of(ENDPOINT);

    assertThat(second).isSameAs(first);
    assertThat(source.asked).isEqualTo(1);
  }

  @Test
  void remembersThatThereIsNoneToo() {
    Secret first = credentials.of(ENDPOINT);

    Secret second = credentials.of(ENDPOINT);

    assertThat(first).isEqualTo(second).isNull();
    assertThat(source.asked).isEqualTo(1);
  }

  @Test
  void usesAReplacedKeySoon() {
    source.put(ENDPOINT, seal.seal(Secret.of("sk-old"), ENDPOINT));
    Secret old = credentials.of(ENDPOINT);
    source.put(ENDPOINT, seal.seal(Secret.of("sk-new"), ENDPOINT));
    nanos = MINUTE.toNanos();

    Secret replaced = credentials.of(ENDPOINT);

    assertThat(replaced.reveal()).isEqualTo("sk-new").isNotEqualTo(old.reveal());
  }

  @Test
  void keepsEndpointsApart() {
    source.put(ENDPOINT, seal.seal(Secret.of("sk-one"), ENDPOINT));
    source.put(OTHER, seal.seal(Secret.of("sk-other"), OTHER));
    Secret one = credentials.of(ENDPOINT);

    Secret other = credentials.of(OTHER);

    assertThat(other.reveal()).isEqualTo("sk-other").isNotEqualTo(one.reveal());
  }

  @Test
  void passesAFailureOfTheSourceOn() {
    source.failNext();

    assertThatIllegalStateException()
        .isThrownBy(() -> credentials.of(ENDPOINT))
        .withMessage("the gateway is away");
  }

  @Test
  void asksAgainAfterAFailure() {
    source.put(ENDPOINT, seal.seal(Secret.of("sk-one"), ENDPOINT));
    source.failNext();
    Throwable failure = catchThrowable(() -> credentials.of(ENDPOINT));

    Secret secret = credentials.of(ENDPOINT);

    assertThat(failure).isNotNull();
    assertThat(secret.reveal()).isEqualTo("sk-one");
  }

  @Test
  void doesNotOpenACredentialCopiedFromAnotherEndpoint() {
    source.put(ENDPOINT, seal.seal(Secret.of("sk-one"), OTHER));

    assertThatExceptionOfType(CredentialUnreadable.class)
        .isThrownBy(() -> credentials.of(ENDPOINT));
  }

  /** The gateway, as far as credentials go. */
  private static final class Source {

    private final Map<UUID, String> sealed = new HashMap<>();
    private boolean awayOnce;
    private int asked;

    void put(UUID endpoint, String text) {
      sealed.put(endpoint, text);
    }

    void failNext() {
      awayOnce = true;
    }

    Optional<String> find(UUID endpoint) {
      asked++;
      if (awayOnce) {
        awayOnce = false;
        throw new IllegalStateException("the gateway is away");
      }
      return Optional.ofNullable(sealed.get(endpoint));
    }
  }
}
