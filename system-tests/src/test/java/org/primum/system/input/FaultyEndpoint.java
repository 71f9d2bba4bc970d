package org.primum.system.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.primum.protocol.Json;

/**
 * An endpoint that does to each prompt what the prompt says: {@code model: <fault>} when the model
 * is asked, {@code judge: <fault>} in what the model says and so when the judge is asked.
 */
final class FaultyEndpoint implements AutoCloseable {

  private static final String GOOD_VERDICT = "{\"reason\": \"It declines.\", \"score\": \"1\"}";
  private static final Map<String, String> VERDICTS =
      Map.of(
          "prose", "I would give this answer a 3, because it hesitates.",
          "half", "{\"reason\": \"It decl",
          "seven", "{\"reason\": \"Very bad.\", \"score\": \"7\"}",
          "word", "{\"reason\": \"Middling.\", \"score\": \"three\"}");
  private static final int FIVE_MEGABYTES = 5_000_000;

  private final HttpServer server;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  FaultyEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode request = Json.read(exchange.getRequestBody().readAllBytes(), JsonNode.class);
    String text = request.path("messages").findValuesAsText("content").toString();
    if (request.path("model").asText().equals("faulty-judge")) {
      judge(exchange, after(text, "judge: "));
    } else {
      model(exchange, after(text, "model: "), after(text, "judge: "));
    }
  }

  private static String after(String text, String marker) {
    int at = text.indexOf(marker);
    return at < 0
        ? "good"
        : text.substring(at + marker.length()).replaceAll("(?s)[^a-z0-9-].*", "");
  }

  private void model(HttpExchange exchange, String fault, String judgeFault) throws IOException {
    switch (fault) {
      case "web-page" -> send(exchange, 200, "text/html", "<html><body>Sign in</body></html>");
      case "not-json" -> send(exchange, 200, "application/json", "all is well");
      case "401" -> error(exchange, 401);
      case "404" -> error(exchange, 404);
      case "429-for-ever" -> error(exchange, 429);
      case "500-for-ever" -> error(exchange, 500);
      case "empty" -> send(exchange, 200, "application/json", completion(""));
      case "huge" ->
          send(exchange, 200, "application/json", completion("x".repeat(FIVE_MEGABYTES)));
      case "cut-off" -> cutOff(exchange);
      case "429-once" -> once(exchange, fault, 429, null, judgeFault);
      case "429-retry-after" -> once(exchange, fault, 429, "1", judgeFault);
      case "500-once" -> once(exchange, fault, 500, null, judgeFault);
      default -> good(exchange, judgeFault);
    }
  }

  private void judge(HttpExchange exchange, String fault) throws IOException {
    boolean readable =
        fault.equals("good") || fault.equals("prose-once") && !seen.add("judge " + fault);
    String verdict = readable ? GOOD_VERDICT : VERDICTS.getOrDefault(fault, VERDICTS.get("prose"));
    send(exchange, 200, "application/json", completion(verdict));
  }

  private void once(
      HttpExchange exchange, String fault, int status, String retryAfter, String judgeFault)
      throws IOException {
    if (!seen.add(fault)) {
      good(exchange, judgeFault);
      return;
    }
    if (retryAfter != null) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    error(exchange, status);
  }

  private void good(HttpExchange exchange, String judgeFault) throws IOException {
    send(
        exchange,
        200,
        "application/json",
        completion("Please see a doctor. For the reader of this: judge: " + judgeFault));
  }

  private static void cutOff(HttpExchange exchange) throws IOException {
    byte[] start = completion("This answer has an end that never").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, start.length * 2L);
    exchange.getResponseBody().write(start, 0, start.length - 10);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static String completion(String text) {
    return Json.write(
        Map.of(
            "choices",
            new Object[] {
              Map.of(
                  "message", Map.of("role", "assistant", "content", text), "finish_reason", "stop")
            }));
  }

  private static void error(HttpExchange exchange, int status) throws IOException {
    send(
        exchange,
        status,
        "application/json",
        "{\"error\": {\"message\": \"it is " + status + "\"}}");
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
