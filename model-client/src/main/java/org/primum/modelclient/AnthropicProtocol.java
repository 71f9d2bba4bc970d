package org.primum.modelclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;

/** The messages call of Anthropic. It knows no reply shapes, so none is asked for. */
final class AnthropicProtocol extends JsonProtocol {

  private static final String VERSION = "2023-06-01";
  private static final double HOTTEST = 1;

  /** How an error says that the provider's filter took the answer away. */
  private static final String FILTERED = "content filtering policy";

  AnthropicProtocol(RateHeaders rates) {
    super(
        rates,
        "The reply was not that of Anthropic's messages call. Check that the base URL belongs to"
            + " it, usually https://api.anthropic.com/v1.");
  }

  @Override
  URI chatAddress(Endpoint endpoint) {
    return address(endpoint.baseUrl(), "/messages");
  }

  @Override
  URI listAddress(Endpoint endpoint) {
    return address(endpoint.baseUrl(), "/models?limit=1000");
  }

  @Override
  HttpRequest.Builder authorized(HttpRequest.Builder request, Secret key) {
    request.header("anthropic-version", VERSION);
    return key == null ? request : request.header("x-api-key", key.reveal());
  }

  @Override
  boolean lists(JsonNode models, String modelName) {
    return named(models.path("data"), modelName, Set.of("id"));
  }

  @Override
  ObjectNode body(Endpoint endpoint, ChatRequest request) {
    if (request.temperature() > HOTTEST) {
      throw new Unaskable(
          FailureKind.REJECTED,
          "Anthropic takes temperatures from 0 to 1, and %s was to be used."
              .formatted(request.temperature()));
    }
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("model", endpoint.modelName())
            .put("max_tokens", request.maxTokens())
            .put("temperature", request.temperature());
    // Newer models refuse both together, and 1 is what they do without being told.
    if (request.topP() < 1) {
      body.put("top_p", request.topP());
    }
    if (request.system() != null) {
      body.put("system", request.system());
    }
    body.putArray("messages").addObject().put("role", "user").put("content", request.user());
    return body;
  }

  @Override
  Attempt answer(JsonNode reply) {
    if (!reply.path("content").isArray()) {
      return reply.has("error") ? errorInside(reply.path("error")) : notTheShape();
    }
    Usage usage =
        new Usage(
            count(reply.path("usage").path("input_tokens")),
            count(reply.path("usage").path("output_tokens")));
    String stopped = text(reply, "stop_reason");
    if ("refusal".equals(stopped)) {
      return filtered("withheld the answer.").having(usage);
    }
    StringBuilder said = new StringBuilder();
    for (JsonNode block : reply.path("content")) {
      if ("text".equals(text(block, "type")) && text(block, "text") != null) {
        said.append(text(block, "text"));
      }
    }
    return said(
        said.toString(), stopped, text(reply, "model"), usage, "max_tokens".equals(stopped));
  }

  @Override
  Attempt refused(HttpReply reply, JsonNode error) {
    String message = text(error, "message");
    return reply.status() < 500 && message != null && message.contains(FILTERED)
        ? filtered("refused the request (HTTP " + reply.status() + ").")
        : super.refused(reply, error);
  }
}
