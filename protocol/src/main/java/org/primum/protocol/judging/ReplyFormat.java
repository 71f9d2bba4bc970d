package org.primum.protocol.judging;

import com.fasterxml.jackson.databind.JsonNode;

/** The one shape in which a question to a judge may be answered. */
public interface ReplyFormat {

  /** Reads a reply, strictly: what does not have the documented shape is unreadable. */
  Reading read(String reply);

  /**
   * The shape as a JSON schema, for providers that hold a model to one; null when the reply is no
   * JSON object.
   */
  JsonNode schema();
}
