package org.primum.system.secrecy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.primum.protocol.Json;

/** An endpoint that repeats the key it was shown, in answers and in errors, as some do. */
final class KeyEchoingEndpoint implements AutoCloseable {

  private final HttpServer server;
  private final List<String> keysShown = new CopyOnWriteArrayList<>();

  KeyEchoingEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** How such an endpoint is submitted. */
  Map<String, Object> asked(String modelName, String key) {
    Map<String, Object> endpoint = new TreeMap<>();
    endpoint.put("provider", "openai");
    endpoint.put("baseUrl", "http://localhost:" + server.getAddress().getPort() + "/v1");
    endpoint.put("modelName", modelName);
    endpoint.put("apiKey", key);
    return endpoint;
  }

  List<String> keysShown() {
    return keysShown;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    keysShown.add(shown);
    String key = shown.replace("Bearer ", "");
    if (request.contains("\"refusing\"")) {
      send(exchange, 401, Map.of("error", Map.of("message", "Incorrect key: " + key)));
    } else if (request.contains("Fail with the key") && !request.contains("<<<ANSWER")) {
      send(exchange, 400, Map.of("error", Map.of("message", "Not with " + key)));
    } else {
      String text =
          request.contains("echo-judge")
              ? "{\"reason\": \"My key is " + key + "\", \"score\": \"1\"}"
              : "The key is " + key;
      send(
          exchange,
          200,
          Map.of(
              "choices",
              List.of(
                  Map.of(
                      "message",
                      Map.of("role", "assistant", "content", text),
                      "finish_reason",
                      "stop"))));
    }
  }

  private static void send(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
