package org.primum.modelclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;

/** The chat completions call of OpenAI, which most model servers speak. */
class OpenAiProtocol extends JsonProtocol {

  private static final Set<String> FILTERED =
      Set.of("content_filter", "content_policy_violation", "data_inspection_failed");
  private static final String QUOTA_SPENT = "insufficient_quota";

  private final RateHeaders rates;

  OpenAiProtocol(RateHeaders rates) {
    super(
        rates,
        "The reply was not the JSON of a chat completion. Check that the base URL belongs to an"
            + " OpenAI-compatible API, often ending in /v1.");
    this.rates = rates;
  }

  @Override
  URI chatAddress(Endpoint endpoint) {
    return address(endpoint.baseUrl(), "/chat/completions");
  }

  @Override
  URI listAddress(Endpoint endpoint) {
    return address(endpoint.baseUrl(), "/models");
  }

  @Override
  HttpRequest.Builder authorized(HttpRequest.Builder request, Secret key) {
    return key == null ? request : request.header("Authorization", "Bearer " + key.reveal());
  }

  @Override
  boolean lists(JsonNode models, String modelName) {
    return named(models.path("data"), modelName, Set.of("id"));
  }

  @Override
  ObjectNode body(Endpoint endpoint, ChatRequest request) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("model", endpoint.modelName());
    putMessages(body, request);
    body.put("temperature", request.temperature())
        .put("top_p", request.topP())
        .put("max_tokens", request.maxTokens());
    hold(body, request.shape());
    return body;
  }

  private static void hold(ObjectNode body, ReplyShape shape) {
    switch (shape.kind()) {
      case TEXT -> {
        // The provider's default.
      }
      case JSON_OBJECT -> body.putObject("response_format").put("type", "json_object");
      case JSON_SCHEMA ->
          body.putObject("response_format")
              .put("type", "json_schema")
              .putObject("json_schema")
              .put("name", "reply")
              .put("strict", true)
              .set("schema", shape.schema());
    }
  }

  @Override
  Attempt answer(JsonNode reply) {
    JsonNode choice = reply.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return reply.path("error").isMissingNode() || reply.path("error").isNull()
          ? notTheShape()
          : errorInside(reply.path("error"));
    }
    Usage usage = usage(reply.path("usage"));
    String finishReason = text(choice, "finish_reason");
    if (finishReason != null && FILTERED.contains(finishReason)) {
      return filtered("withheld the answer.").having(usage);
    }
    String content = text(message, "content");
    if (content == null
        && !message.path("content").isMissingNode()
        && !message.path("content").isNull()) {
      return notTheShape().having(usage);
    }
    // A provider may put the model's own words of refusal into a field of their own.
    String said = content == null || content.isBlank() ? text(message, "refusal") : content;
    return said(said, finishReason, text(reply, "model"), usage, "length".equals(finishReason));
  }

  @Override
  Attempt refused(HttpReply reply, JsonNode error) {
    String code = text(error, "code");
    if (reply.status() < 500 && code != null && FILTERED.contains(code)) {
      return filtered("refused the request (HTTP " + reply.status() + ").");
    }
    if (QUOTA_SPENT.equals(code)) {
      return Attempt.Trouble.lasting(
              FailureKind.RATE_LIMITED,
              "The account's quota is used up. Check the plan and the billing of the key's owner.")
          .after(rates.retryAfter(reply.headers()).orElse(null));
    }
    return super.refused(reply, error);
  }

  private static Usage usage(JsonNode usage) {
    return new Usage(count(usage.path("prompt_tokens")), count(usage.path("completion_tokens")));
  }
}
