package org.primum.modelclient;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.primum.protocol.Json;

/** Bodies an endpoint may send. */
final class Replies {

  private Replies() {}

  /** A completion with everything in it. */
  static String saying(String content) {
    return completion(content, "stop");
  }

  /** A completion; the content may be null. */
  static String completion(String content, String finishReason) {
    ObjectNode reply = Json.MAPPER.createObjectNode().put("model", "m-1-2026");
    ObjectNode choice = reply.putArray("choices").addObject().put("finish_reason", finishReason);
    choice.putObject("message").put("role", "assistant").put("content", content);
    reply.putObject("usage").put("prompt_tokens", 18).put("completion_tokens", 79);
    return reply.toString();
  }

  /** An error as OpenAI words it; the code may be null. */
  static String error(String message, String code) {
    ObjectNode reply = Json.MAPPER.createObjectNode();
    reply.putObject("error").put("message", message).put("code", code);
    return reply.toString();
  }
}
