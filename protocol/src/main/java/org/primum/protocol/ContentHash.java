package org.primum.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a sequence of texts. Each text goes in with its length before it, so that two
 * different sequences can never hash the same bytes; null differs from the empty text. A half of a
 * character alone is no text; records refuse it.
 */
public final class ContentHash {

  private final MessageDigest digest = sha256();

  /** Adds one text, or null. */
  public ContentHash add(Object part) {
    if (part == null) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(-1).array());
      return this;
    }
    byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  /** The hash of everything added, 64 lower-case hexadecimal digits; the object is spent then. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
