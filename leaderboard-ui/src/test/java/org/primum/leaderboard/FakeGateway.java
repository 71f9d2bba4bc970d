package org.primum.leaderboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A gateway that answers what a test told it to, and remembers what it was sent. */
public final class FakeGateway implements QuarkusTestResourceLifecycleManager {

  private record Reply(int status, String body) {}

  private static final Map<String, Reply> REPLIES = new ConcurrentHashMap<>();
  private static final Map<String, String> RECEIVED = new ConcurrentHashMap<>();
  private static final Map<String, String> QUERIES = new ConcurrentHashMap<>();

  private HttpServer server;

  /** Tells it what to answer to calls such as {@code POST /api/v1/models}. */
  public static void answers(String call, int status, String body) {
    REPLIES.put(call, new Reply(status, body));
  }

  /** The body of the last such call, or null. */
  public static String received(String call) {
    return RECEIVED.get(call);
  }

  /** The query of the last such call, empty when it had none. */
  public static String query(String call) {
    return QUERIES.get(call);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    server.createContext("/", FakeGateway::answer);
    server.start();
    return Map.of("PRIMUM_GATEWAY_URL", "http://localhost:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      RECEIVED.put(
          call, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      String query = exchange.getRequestURI().getQuery();
      QUERIES.put(call, query == null ? "" : query);
      Reply reply =
          REPLIES.getOrDefault(call, new Reply(404, "{\"detail\": \"There is no such thing.\"}"));
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              reply.status() < 400 ? "application/json" : "application/problem+json");
      // An answer without a body is told by -1; 0 would be one of unknown length.
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
