package org.primum.runner.asking;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.primum.protocol.Json;

/**
 * The endpoint of a model under test. Its replies are taken in turn, the last one for ever; it
 * remembers what it was asked and keeps everybody waiting while it is held.
 */
final class ScriptedEndpoint implements AutoCloseable {

  /** One request, as it came. */
  record Asked(String authorization, JsonNode body) {}

  /** One reply, as it goes. */
  record Reply(int status, String body) {

    static Reply says(String text) {
      return says(text, "stop");
    }

    static Reply says(String text, String finishReason) {
      return new Reply(
          200,
          Json.write(
              Map.of(
                  "model",
                  "model-of-the-day",
                  "choices",
                  List.of(
                      Map.of(
                          "message",
                          Map.of("role", "assistant", "content", text),
                          "finish_reason",
                          finishReason)),
                  "usage",
                  Map.of("prompt_tokens", 7, "completion_tokens", 5))));
    }

    static Reply fails(int status, String message) {
      return new Reply(status, Json.write(Map.of("error", Map.of("message", message))));
    }
  }

  private static final int BACKLOG = 200;

  private final List<Reply> replies;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private ScriptedEndpoint(List<Reply> replies) throws IOException {
    this.replies = replies;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::reply);
    server.start();
  }

  static ScriptedEndpoint that(Reply... replies) throws IOException {
    return new ScriptedEndpoint(List.of(replies));
  }

  String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** Every request so far, those that still wait for their reply included. */
  List<Asked> asked() {
    return asked;
  }

  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  private void reply(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          new Asked(
              exchange.getRequestHeaders().getFirst("Authorization"),
              Json.MAPPER.readTree(exchange.getRequestBody())));
      Reply next = replies.get(Math.min(turn.getAndIncrement(), replies.size() - 1));
      gate.await();
      byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(next.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
