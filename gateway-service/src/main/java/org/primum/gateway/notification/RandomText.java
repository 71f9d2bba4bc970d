package org.primum.gateway.notification;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Texts that nobody can guess. */
final class RandomText {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 24;
  private static final int CODES = 100_000_000;

  private RandomText() {}

  /** For an address on the web. */
  static String key() {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Eight digits, to be typed. */
  static String code() {
    return String.format(Locale.ROOT, "%08d", RANDOM.nextInt(CODES));
  }
}
