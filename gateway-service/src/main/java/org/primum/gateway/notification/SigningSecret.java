package org.primum.gateway.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.primum.modelclient.Secret;

/**
 * What a webhook is signed with, by the Standard Webhooks specification
 * (https://www.standardwebhooks.com): HMAC-SHA256 over id, time and body.
 */
final class SigningSecret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Secret secret;

  private SigningSecret(Secret secret) {
    this.secret = secret;
  }

  /** A new one. */
  static SigningSecret random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SigningSecret(Secret.of(PREFIX + Base64.getEncoder().encodeToString(bytes)));
  }

  /** The one that reads so. */
  static SigningSecret of(Secret secret) {
    return new SigningSecret(secret);
  }

  /** To be sealed, or to be shown to its owner once. */
  Secret secret() {
    return secret;
  }

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param id the value of {@code webhook-id}
   * @param at the time of {@code webhook-timestamp}, of which seconds are signed
   * @param body exactly as it is sent
   */
  String sign(String id, Instant at, String body) {
    byte[] key = Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
    String signed = "%s.%d.%s".formatted(id, at.getEpochSecond(), body);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException unsupported) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", unsupported);
    }
  }
}
