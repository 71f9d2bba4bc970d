package org.primum.modelclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.Set;
import org.primum.protocol.Endpoint;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;

/** The chat completions call of OpenAI, which most model servers speak. */
final class OpenAiProtocol implements ChatProtocol {

  private static final Set<String> FILTERED =
      Set.of("content_filter", "content_policy_violation", "data_inspection_failed");
  private static final String QUOTA_SPENT = "insufficient_quota";

  private final HttpFailures failures;
  private final RateHeaders rates;

  OpenAiProtocol(RateHeaders rates) {
    this.failures = new HttpFailures(rates);
    this.rates = rates;
  }

  @Override
  public HttpRequest request(Endpoint endpoint, Secret key, ChatRequest request) {
    return builder(endpoint, "/chat/completions", key)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body(endpoint, request)))
        .build();
  }

  @Override
  public HttpRequest modelsRequest(Endpoint endpoint, Secret key) {
    return builder(endpoint, "/models", key).GET().build();
  }

  @Override
  public boolean lists(HttpReply reply, String modelName) {
    if (!reply.successful() || reply.tooLarge()) {
      return false;
    }
    try {
      for (JsonNode model : Json.MAPPER.readTree(reply.body()).path("data")) {
        if (modelName.equals(model.path("id").asText())) {
          return true;
        }
      }
    } catch (IOException malformed) {
      return false;
    }
    return false;
  }

  private static HttpRequest.Builder builder(Endpoint endpoint, String operation, Secret key) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(address(endpoint.baseUrl(), operation))
            .header("Accept", "application/json");
    if (key != null) {
      if (!key.fitsHeader()) {
        throw new Unaskable(
            FailureKind.UNAUTHORIZED,
            "The key holds a space, a line break or another character that no key can hold. Enter"
                + " it again.");
      }
      builder.header("Authorization", "Bearer " + key.reveal());
    }
    return builder;
  }

  private static URI address(String baseUrl, String operation) {
    try {
      URI base = new URI(baseUrl.strip());
      boolean web =
          "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
      if (web
          && base.getHost() != null
          && base.getUserInfo() == null
          && base.getQuery() == null
          && base.getFragment() == null) {
        return URI.create(base.toString().replaceAll("/+$", "") + operation);
      }
    } catch (URISyntaxException malformed) {
      // Explained below, together with the other addresses nobody can ask.
    }
    throw new Unaskable(
        FailureKind.UNREACHABLE,
        "The base URL is not an address that can be asked. It looks like https://host/v1, without"
            + " user name, question mark or hash sign.");
  }

  private static String body(Endpoint endpoint, ChatRequest request) {
    ObjectNode body = Json.MAPPER.createObjectNode().put("model", endpoint.modelName());
    ArrayNode messages = body.putArray("messages");
    if (request.system() != null) {
      messages.addObject().put("role", "system").put("content", request.system());
    }
    messages.addObject().put("role", "user").put("content", request.user());
    body.put("temperature", request.temperature())
        .put("top_p", request.topP())
        .put("max_tokens", request.maxTokens());
    hold(body, request.shape());
    return Json.write(body);
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
  public Attempt read(HttpReply reply) {
    if (!reply.successful()) {
      return refused(reply);
    }
    if (reply.tooLarge()) {
      return Attempt.Trouble.lasting(
          FailureKind.TOO_LARGE,
          "The reply is larger than the "
              + reply.body().length
              + " bytes that are taken. Check that the endpoint keeps to max_tokens.");
    }
    if (reply.webPage()) {
      return Attempt.Trouble.lasting(
          FailureKind.UNREADABLE_REPLY,
          "A web page came back instead of JSON. Check that the base URL is the API's address, not"
              + " a site's, and that no login page or proxy stands before it.");
    }
    try {
      return read(Json.MAPPER.readTree(reply.body()));
    } catch (JsonEOFException brokenOff) {
      return Attempt.Trouble.passing(
          FailureKind.UNREADABLE_REPLY, "The reply broke off before it was complete.");
    } catch (IOException malformed) {
      return notTheShape();
    }
  }

  private static Attempt read(JsonNode reply) {
    if (reply.isMissingNode()) {
      return Attempt.Trouble.passing(
          FailureKind.UNREADABLE_REPLY, "The reply was empty. Check the endpoint's own log.");
    }
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
      return Attempt.Trouble.lasting(
              FailureKind.CONTENT_FILTER, "The provider's content filter withheld the answer.")
          .having(usage);
    }
    String content = text(message, "content");
    if (content == null
        && !message.path("content").isMissingNode()
        && !message.path("content").isNull()) {
      return notTheShape().having(usage);
    }
    // A provider may put the model's own words of refusal into a field of their own.
    String said = content == null || content.isBlank() ? text(message, "refusal") : content;
    if (said == null || said.isBlank()) {
      return Attempt.Trouble.lasting(
              FailureKind.EMPTY_ANSWER,
              "length".equals(finishReason)
                  ? "The answer was empty: all its tokens were used up before the first word."
                  : "The answer was empty.")
          .having(usage);
    }
    return new Attempt.Success(said, finishReason, text(reply, "model"), usage);
  }

  private Attempt refused(HttpReply reply) {
    JsonNode error = error(reply);
    String code = text(error, "code");
    String said = reply.webPage() ? "" : said(error);
    if (reply.status() < 500 && code != null && FILTERED.contains(code)) {
      return Attempt.Trouble.lasting(
          FailureKind.CONTENT_FILTER,
          "The provider's content filter refused the request (HTTP " + reply.status() + ").");
    }
    if (QUOTA_SPENT.equals(code)) {
      return Attempt.Trouble.lasting(
              FailureKind.RATE_LIMITED,
              "The account's quota is used up. Check the plan and the billing of the key's owner.")
          .after(rates.retryAfter(reply.headers()).orElse(null));
    }
    return failures.explain(reply, said);
  }

  private static Attempt errorInside(JsonNode error) {
    String said = said(error);
    return Attempt.Trouble.passing(
        FailureKind.SERVER_ERROR,
        "The endpoint reported an error in place of an answer."
            + (said.isEmpty() ? "" : " The endpoint says: \"" + said + "\""));
  }

  private static Attempt.Trouble notTheShape() {
    return Attempt.Trouble.lasting(
        FailureKind.UNREADABLE_REPLY,
        "The reply was not the JSON of a chat completion. Check that the base URL belongs to an"
            + " OpenAI-compatible API, often ending in /v1.");
  }

  private static JsonNode error(HttpReply reply) {
    try {
      JsonNode body = Json.MAPPER.readTree(reply.body());
      return body.has("error") ? body.path("error") : body;
    } catch (JsonProcessingException malformed) {
      return Json.MAPPER.missingNode();
    } catch (IOException unreadable) {
      return Json.MAPPER.missingNode();
    }
  }

  private static String said(JsonNode error) {
    String said = error.isTextual() ? error.textValue() : text(error, "message");
    return said == null ? "" : Wording.line(said);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).textValue();
  }

  private static Usage usage(JsonNode usage) {
    return new Usage(count(usage.path("prompt_tokens")), count(usage.path("completion_tokens")));
  }

  private static Integer count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0
        ? Integer.valueOf(node.intValue())
        : null;
  }
}
