package org.primum.protocol.judging;

import com.fasterxml.jackson.databind.JsonNode;

/** A bare {@code 0} or {@code 1}; space around it is allowed, nothing else. */
public final class BinaryReply implements ReplyFormat {

  @Override
  public Reading read(String reply) {
    return switch (reply.strip()) {
      case "0" -> new Reading.Read(0, null);
      case "1" -> new Reading.Read(1, null);
      default -> new Reading.Unreadable("the reply is not a bare 0 or 1");
    };
  }

  @Override
  public JsonNode schema() {
    return null;
  }
}
