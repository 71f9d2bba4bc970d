package org.primum.modelclient;

import java.time.Duration;
import org.primum.protocol.Require;

/**
 * How much one request may take.
 *
 * @param connect longest wait for a connection
 * @param request longest wait for the complete reply, from the first byte sent to the last read
 * @param replyBytes most bytes of a reply's body
 */
public record Limits(Duration connect, Duration request, int replyBytes) {

  /** 10 seconds, 2 minutes, 256 kB: a thousand tokens from a slow machine fit many times over. */
  public static final Limits STANDARD =
      new Limits(Duration.ofSeconds(10), Duration.ofMinutes(2), 256_000);

  public Limits {
    Require.that(connect.isPositive(), "connect must be positive");
    Require.that(request.isPositive(), "request must be positive");
    Require.that(replyBytes > 0, "replyBytes must be positive");
  }

  /** The same with another longest wait for the complete reply. */
  public Limits within(Duration longest) {
    return new Limits(connect, longest, replyBytes);
  }
}
