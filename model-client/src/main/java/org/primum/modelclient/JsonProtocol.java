package org.primum.modelclient;

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

/** What the providers have in common: one JSON object is sent, and one comes back. */
abstract class JsonProtocol implements ChatProtocol {

  private final HttpFailures failures;
  private final String otherShape;

  /**
   * For one provider.
   *
   * @param rates reads how long a refusal asks to wait
   * @param otherShape what to say of JSON that is no answer of this provider
   */
  JsonProtocol(RateHeaders rates, String otherShape) {
    this.failures = new HttpFailures(rates);
    this.otherShape = otherShape;
  }

  @Override
  public HttpRequest request(Endpoint endpoint, Secret key, ChatRequest request) {
    return authorized(HttpRequest.newBuilder(chatAddress(endpoint)), checked(key))
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(Json.write(body(endpoint, request))))
        .build();
  }

  @Override
  public HttpRequest modelsRequest(Endpoint endpoint, Secret key) {
    return authorized(HttpRequest.newBuilder(listAddress(endpoint)), checked(key))
        .header("Accept", "application/json")
        .GET()
        .build();
  }

  @Override
  public boolean lists(HttpReply reply, String modelName) {
    if (!reply.successful() || reply.tooLarge()) {
      return false;
    }
    try {
      return lists(Json.MAPPER.readTree(reply.body()), modelName);
    } catch (IOException malformed) {
      return false;
    }
  }

  @Override
  public Attempt read(HttpReply reply) {
    if (!reply.successful()) {
      return refused(reply, error(reply));
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
      JsonNode read = Json.MAPPER.readTree(reply.body());
      return read.isMissingNode()
          ? Attempt.Trouble.passing(
              FailureKind.UNREADABLE_REPLY, "The reply was empty. Check the endpoint's own log.")
          : answer(read);
    } catch (JsonEOFException brokenOff) {
      return Attempt.Trouble.passing(
          FailureKind.UNREADABLE_REPLY, "The reply broke off before it was complete.");
    } catch (IOException malformed) {
      return notTheShape();
    }
  }

  /** Where a question is sent. */
  abstract URI chatAddress(Endpoint endpoint);

  /** Where the list of models is. */
  abstract URI listAddress(Endpoint endpoint);

  /** The request with what the provider wants in its headers; the key may be null. */
  abstract HttpRequest.Builder authorized(HttpRequest.Builder request, Secret key);

  /** The question as this provider takes it. */
  abstract ObjectNode body(Endpoint endpoint, ChatRequest request);

  /** Reads the reply to a question. */
  abstract Attempt answer(JsonNode reply);

  /** Whether that list names the model. */
  abstract boolean lists(JsonNode models, String modelName);

  /** What a status other than success means, with what the reply says of the error. */
  Attempt refused(HttpReply reply, JsonNode error) {
    return failures.explain(reply, reply.webPage() ? "" : said(error));
  }

  Attempt.Trouble notTheShape() {
    return Attempt.Trouble.lasting(FailureKind.UNREADABLE_REPLY, otherShape);
  }

  /** An error came with a status of success. */
  static Attempt errorInside(JsonNode error) {
    String said = said(error);
    return Attempt.Trouble.passing(
        FailureKind.SERVER_ERROR,
        "The endpoint reported an error in place of an answer."
            + (said.isEmpty() ? "" : " The endpoint says: \"" + said + "\""));
  }

  static Attempt.Trouble filtered(String what) {
    return Attempt.Trouble.lasting(
        FailureKind.CONTENT_FILTER, "The provider's content filter " + what);
  }

  /** What the model said, or that it said nothing. */
  static Attempt said(String text, String finishReason, String model, Usage usage, boolean cut) {
    if (text != null && !text.isBlank()) {
      return new Attempt.Success(text, finishReason, model, usage);
    }
    return Attempt.Trouble.lasting(
            FailureKind.EMPTY_ANSWER,
            cut
                ? "The answer was empty: all its tokens were used up before the first word."
                : "The answer was empty.")
        .having(usage);
  }

  /** The question as messages, the system's first. */
  static void putMessages(ObjectNode body, ChatRequest request) {
    ArrayNode messages = body.putArray("messages");
    if (request.system() != null) {
      messages.addObject().put("role", "system").put("content", request.system());
    }
    messages.addObject().put("role", "user").put("content", request.user());
  }

  static String text(JsonNode node, String field) {
    return node.path(field).textValue();
  }

  static Integer count(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0
        ? Integer.valueOf(node.intValue())
        : null;
  }

  /** Whether an object of the array has that name in one of these fields. */
  static boolean named(JsonNode array, String name, Set<String> fields) {
    for (JsonNode entry : array) {
      if (fields.stream().anyMatch(field -> name.equals(text(entry, field)))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The address of an operation.
   *
   * @throws Unaskable when the base URL is none to ask at
   */
  static URI address(String baseUrl, String operation) {
    return URI.create(base(baseUrl) + operation);
  }

  /**
   * The base URL without a slash at its end.
   *
   * @throws Unaskable when it is none to ask at
   */
  static String base(String baseUrl) {
    try {
      URI base = new URI(baseUrl.strip());
      boolean web =
          "http".equalsIgnoreCase(base.getScheme()) || "https".equalsIgnoreCase(base.getScheme());
      if (web
          && base.getHost() != null
          && base.getUserInfo() == null
          && base.getQuery() == null
          && base.getFragment() == null) {
        return base.toString().replaceAll("/+$", "");
      }
    } catch (URISyntaxException malformed) {
      // Explained below, together with the other addresses nobody can ask.
    }
    throw new Unaskable(
        FailureKind.UNREACHABLE,
        "The base URL is not an address that can be asked. It looks like https://host/v1, without"
            + " user name, question mark or hash sign.");
  }

  private static Secret checked(Secret key) {
    if (key != null && !key.fitsHeader()) {
      throw new Unaskable(
          FailureKind.UNAUTHORIZED,
          "The key holds a space, a line break or another character that no key can hold. Enter"
              + " it again.");
    }
    return key;
  }

  private static JsonNode error(HttpReply reply) {
    try {
      JsonNode body = Json.MAPPER.readTree(reply.body());
      return body.has("error") ? body.path("error") : body;
    } catch (IOException unreadable) {
      return Json.MAPPER.missingNode();
    }
  }

  private static String said(JsonNode error) {
    String said = error.isTextual() ? error.textValue() : text(error, "message");
    return said == null ? "" : Wording.line(said);
  }
}
