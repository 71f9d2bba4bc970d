package org.primum.modelclient;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/**
 * A reply as it came.
 *
 * @param status the HTTP status
 * @param headers the reply's headers
 * @param body at most as many bytes as the limit allows
 * @param tooLarge whether there was more than that
 */
record HttpReply(int status, HttpHeaders headers, byte[] body, boolean tooLarge) {

  private static final int LOOKED_AT = 200;

  boolean successful() {
    return status / 100 == 2;
  }

  /** Whether a page for people came instead of an answer for programs. */
  boolean webPage() {
    boolean declared =
        headers
            .firstValue("content-type")
            .orElse("")
            .toLowerCase(java.util.Locale.ROOT)
            .strip()
            .startsWith("text/html");
    int length = Math.min(body.length, LOOKED_AT);
    return declared
        || new String(body, 0, length, StandardCharsets.UTF_8).stripLeading().startsWith("<");
  }
}
