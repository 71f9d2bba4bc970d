package org.primum.localstack.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.primum.protocol.Json;

/** Which path does what. A key is neither asked for nor looked at. */
final class Routes implements HttpHandler {

  /** Well above the longest prompt and answer that Primum takes, escaped as JSON. */
  static final int LARGEST_REQUEST = 4 * 1024 * 1024;

  private static final String MODELS = "/v1/models";
  private static final String COMPLETIONS = "/v1/chat/completions";

  private final Models models;
  private final ChatCompletions completions;

  Routes(Models models) {
    this.models = models;
    this.completions = new ChatCompletions(models);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        send(exchange, 200, reply(exchange));
      } catch (ApiProblem problem) {
        send(exchange, problem.status(), problem.body());
      }
    } catch (InterruptedException closing) {
      // The endpoint is being closed; the client sees its connection end.
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode reply(HttpExchange exchange)
      throws ApiProblem, IOException, InterruptedException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    switch (path) {
      case MODELS -> {
        require("GET", method, path);
        return list();
      }
      case COMPLETIONS -> {
        require("POST", method, path);
        return completions.complete(body(exchange));
      }
      default -> throw ApiProblem.unknownPath(path);
    }
  }

  private static void require(String expected, String method, String path) throws ApiProblem {
    if (!expected.equals(method)) {
      throw ApiProblem.wrongMethod(method, path);
    }
  }

  private JsonNode list() {
    ObjectNode list = Json.MAPPER.createObjectNode().put("object", "list");
    ArrayNode data = list.putArray("data");
    for (String id : models.ids()) {
      data.addObject().put("id", id).put("object", "model").put("owned_by", "primum");
    }
    return list;
  }

  private static byte[] body(HttpExchange exchange) throws ApiProblem, IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
    if (body.length > LARGEST_REQUEST) {
      throw ApiProblem.tooLarge(LARGEST_REQUEST);
    }
    return body;
  }

  private static void send(HttpExchange exchange, int status, JsonNode reply) throws IOException {
    byte[] body = Json.write(reply).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
