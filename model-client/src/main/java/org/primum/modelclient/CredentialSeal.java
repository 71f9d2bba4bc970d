package org.primum.modelclient;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.primum.protocol.Require;

/**
 * Seals credentials with AES-256-GCM, each bound to its endpoint: a sealed credential copied to
 * another endpoint's row does not open. The sealed form is base64 of one version byte, a 12-byte
 * random nonce and the ciphertext with its 16-byte tag.
 */
public final class CredentialSeal {

  private static final byte VERSION = 1;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private CredentialSeal(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * A seal with the key the operator gave.
   *
   * @param base64Key 32 bytes in base64
   * @throws IllegalArgumentException when it is anything else; the message does not repeat it
   */
  public static CredentialSeal withKey(String base64Key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(Require.text(base64Key, "sealing key").strip());
    } catch (IllegalArgumentException malformed) {
      throw wrongKey();
    }
    if (bytes.length != KEY_BYTES) {
      throw wrongKey();
    }
    return new CredentialSeal(new SecretKeySpec(bytes, "AES"));
  }

  /** Seals a credential for one endpoint; every call gives another text. */
  public String seal(Secret secret, UUID endpointId) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, endpointId);
      byte[] ciphertext = cipher.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(1 + NONCE_BYTES + ciphertext.length)
                  .put(VERSION)
                  .put(nonce)
                  .put(ciphertext)
                  .array());
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("every Java platform has AES-GCM", unsupported);
    }
  }

  /**
   * Opens what {@link #seal} made for that endpoint.
   *
   * @throws CredentialUnreadable when it was sealed with another key or for another endpoint, or
   *     was changed
   */
  public Secret open(String sealed, UUID endpointId) {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      if (bytes.length <= 1 + NONCE_BYTES || bytes[0] != VERSION) {
        throw new CredentialUnreadable("a sealed credential has an unknown form", null);
      }
      byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, endpointId);
      byte[] plain = cipher.doFinal(bytes, 1 + NONCE_BYTES, bytes.length - 1 - NONCE_BYTES);
      return Secret.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new CredentialUnreadable(
          "a sealed credential does not open: is PRIMUM_SEALING_KEY the same in all services?",
          unreadable);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, UUID endpointId) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(1 + 2 * Long.BYTES)
            .put(VERSION)
            .putLong(endpointId.getMostSignificantBits())
            .putLong(endpointId.getLeastSignificantBits())
            .array());
    return cipher;
  }

  private static IllegalArgumentException wrongKey() {
    return new IllegalArgumentException(
        "PRIMUM_SEALING_KEY must be 32 random bytes in base64; make one with: openssl rand -base64"
            + " 32");
  }
}
