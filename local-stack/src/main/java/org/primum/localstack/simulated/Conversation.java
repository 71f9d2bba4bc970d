package org.primum.localstack.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.primum.protocol.Json;

/**
 * What a client asked, as far as the simulated models look at it.
 *
 * @param model the model's name
 * @param system all system messages, one below the other; empty without any
 * @param user the last message of the user
 * @param temperature 1 when the client names none, as with OpenAI
 * @param maxTokens most tokens of the answer
 */
record Conversation(String model, String system, String user, double temperature, int maxTokens) {

  private static final int USUAL_MAX_TOKENS = 4_096;

  /** Reads the body of a chat completion request. */
  static Conversation read(byte[] body) throws ApiProblem {
    JsonNode request = tree(body);
    if (!request.isObject()) {
      throw ApiProblem.malformed("The body is not a JSON object.");
    }
    if (request.path("stream").asBoolean()) {
      throw ApiProblem.malformed("Streaming is not supported; leave out 'stream'.");
    }
    StringBuilder system = new StringBuilder();
    String user = null;
    JsonNode messages = request.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      throw ApiProblem.malformed("'messages' is not a list of at least one message.");
    }
    for (JsonNode message : messages) {
      switch (text(message, "role")) {
        case "system", "developer" -> system.append(text(message, "content")).append('\n');
        case "user" -> user = text(message, "content");
        case "assistant" -> {
          // An earlier turn, which the simulated models do not look at.
        }
        default -> throw ApiProblem.malformed("A role is system, user or assistant.");
      }
    }
    if (user == null) {
      throw ApiProblem.malformed("'messages' holds no message of the user.");
    }
    return new Conversation(
        text(request, "model"), system.toString(), user, temperature(request), maxTokens(request));
  }

  private static JsonNode tree(byte[] body) throws ApiProblem {
    try {
      return Json.MAPPER.readTree(body);
    } catch (IOException malformed) {
      throw ApiProblem.malformed("The body is not JSON.");
    }
  }

  private static String text(JsonNode node, String field) throws ApiProblem {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw ApiProblem.malformed("'%s' is not a text.".formatted(field));
    }
    return value.textValue();
  }

  private static double temperature(JsonNode request) throws ApiProblem {
    JsonNode value = request.path("temperature");
    double temperature = value.asDouble(1);
    if (!(absent(value) || value.isNumber()) || temperature < 0 || temperature > 2) {
      throw ApiProblem.malformed("'temperature' is not a number from 0 to 2.");
    }
    return temperature;
  }

  private static int maxTokens(JsonNode request) throws ApiProblem {
    JsonNode value =
        request.has("max_completion_tokens")
            ? request.path("max_completion_tokens")
            : request.path("max_tokens");
    int maxTokens = value.asInt(USUAL_MAX_TOKENS);
    if (!(absent(value) || value.isInt()) || maxTokens < 1) {
      throw ApiProblem.malformed("'max_tokens' is not a positive number.");
    }
    return maxTokens;
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
