package org.primum.modelclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Json;

/**
 * Ollama's own chat call. The base URL is the server's; the {@code /v1} of its OpenAI-compatible
 * call, which many enter, is left out.
 */
final class OllamaProtocol extends JsonProtocol {

  OllamaProtocol(RateHeaders rates) {
    super(
        rates,
        "The reply was not that of Ollama's chat call. Check that the base URL is the address of an"
            + " Ollama server, usually http://host:11434.");
  }

  @Override
  URI chatAddress(Endpoint endpoint) {
    return address(server(endpoint), "/api/chat");
  }

  @Override
  URI listAddress(Endpoint endpoint) {
    return address(server(endpoint), "/api/tags");
  }

  private static String server(Endpoint endpoint) {
    return base(endpoint.baseUrl()).replaceFirst("/v1$", "");
  }

  /** Ollama itself needs no key; what stands in front of it may. */
  @Override
  HttpRequest.Builder authorized(HttpRequest.Builder request, Secret key) {
    return key == null ? request : request.header("Authorization", "Bearer " + key.reveal());
  }

  @Override
  boolean lists(JsonNode models, String modelName) {
    return named(models.path("models"), modelName, Set.of("name", "model"));
  }

  @Override
  ObjectNode body(Endpoint endpoint, ChatRequest request) {
    ObjectNode body =
        Json.MAPPER.createObjectNode().put("model", endpoint.modelName()).put("stream", false);
    putMessages(body, request);
    body.putObject("options")
        .put("temperature", request.temperature())
        .put("top_p", request.topP())
        .put("num_predict", request.maxTokens());
    switch (request.shape().kind()) {
      case TEXT -> {
        // What it does without being told.
      }
      case JSON_OBJECT -> body.put("format", "json");
      case JSON_SCHEMA -> body.set("format", request.shape().schema());
    }
    return body;
  }

  @Override
  Attempt answer(JsonNode reply) {
    JsonNode message = reply.path("message");
    if (!message.isObject()) {
      return reply.has("error") ? errorInside(reply.path("error")) : notTheShape();
    }
    String stopped = text(reply, "done_reason");
    return said(
        text(message, "content"),
        stopped,
        text(reply, "model"),
        new Usage(count(reply.path("prompt_eval_count")), count(reply.path("eval_count"))),
        "length".equals(stopped));
  }
}
