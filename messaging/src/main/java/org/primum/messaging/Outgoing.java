package org.primum.messaging;

import org.primum.protocol.Json;

/**
 * A message to send.
 *
 * @param key the routing key
 * @param body a record of the protocol, as JSON
 */
public record Outgoing(String key, String body) {

  /** A record of the protocol, with its key. */
  public static Outgoing of(String key, Object message) {
    return new Outgoing(key, Json.write(message));
  }
}
