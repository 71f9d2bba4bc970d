package org.primum.modelclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSealTest {

  private static final UUID ENDPOINT = new UUID(1, 2);
  private static final Secret SECRET = Secret.of("sk-0123456789");
  private static final CredentialSeal SEAL = CredentialSeal.withKey(key(1));

  @Property(tries = 200)
  void opensWhatItSealed(@ForAll @NotBlank String credential) {
    // Half a character alone cannot be written as UTF-8, nor typed by anybody.
    String typed = Wording.storable(credential);
    String sealed = SEAL.seal(Secret.of(typed), ENDPOINT);

    Secret opened = SEAL.open(sealed, ENDPOINT);

    assertThat(opened.reveal()).isEqualTo(typed);
  }

  @Test
  void opensWithTheSameKeyInAnotherService() {
    String sealed = SEAL.seal(SECRET, ENDPOINT);

    Secret opened = CredentialSeal.withKey(key(1) + "\n").open(sealed, ENDPOINT);

    assertThat(opened.reveal()).isEqualTo(SECRET.reveal());
  }

  @Test
  void sealsTheSameCredentialDifferentlyEveryTime() {
    String first = SEAL.seal(SECRET, ENDPOINT);

    String second = SEAL.seal(SECRET, ENDPOINT);

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void hidesTheCredential() {
    String sealed = SEAL.seal(SECRET, ENDPOINT);

    String bytes = new String(Base64.getDecoder().decode(sealed), StandardCharsets.ISO_8859_1);

    assertThat(bytes).doesNotContain("sk-").doesNotContain("0123456789");
  }

  @Test
  void doesNotOpenForAnotherEndpoint() {
    String sealed = SEAL.seal(SECRET, ENDPOINT);

    assertThatExceptionOfType(CredentialUnreadable.class)
        .isThrownBy(() -> SEAL.open(sealed, new UUID(1, 3)))
        .withMessageContaining("PRIMUM_SEALING_KEY");
  }

  @Test
  void doesNotOpenWithAnotherKey() {
    String sealed = SEAL.seal(SECRET, ENDPOINT);
    CredentialSeal other = CredentialSeal.withKey(key(2));

    assertThatExceptionOfType(CredentialUnreadable.class)
        .isThrownBy(() -> other.open(sealed, ENDPOINT))
        .withMessageContaining("PRIMUM_SEALING_KEY")
        .withMessageNotContaining("sk-");
  }

  @ParameterizedTest
  @MethodSource("positions")
  void doesNotOpenWhenAnyByteWasChanged(int position) {
    byte[] bytes = Base64.getDecoder().decode(SEAL.seal(SECRET, ENDPOINT));
    bytes[position] ^= 1;
    String tampered = Base64.getEncoder().encodeToString(bytes);

    assertThatExceptionOfType(CredentialUnreadable.class)
        .isThrownBy(() -> SEAL.open(tampered, ENDPOINT));
  }

  /** Version, nonce, ciphertext and tag. */
  static IntStream positions() {
    return IntStream.range(0, 1 + 12 + SECRET.reveal().length() + 16);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "AQ==", "not base64!", "AQAAAAAAAAAAAAAAAAA=", "AQAAAAAAAAAAAAAAAAAAAAA="})
  void doesNotOpenWhatIsNoSealedCredential(String sealed) {
    assertThatExceptionOfType(CredentialUnreadable.class)
        .isThrownBy(() -> SEAL.open(sealed, ENDPOINT));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "swordfish", "c3dvcmRmaXNo", "swordfish-swordfish-swordfish-32"})
  void refusesAKeyThatIsNot32BytesWithoutRepeatingIt(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialSeal.withKey(key))
        .withMessageStartingWith("PRIMUM_SEALING_KEY must be 32 random bytes in base64")
        .withMessageNotContainingAny("swordfish", "c3dvcmRmaXNo")
        .withNoCause();
  }

  private static String key(int fill) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
