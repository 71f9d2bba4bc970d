package org.primum.judge.judging;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Json;

/**
 * The endpoint of a judge. Its replies are taken in turn, the last one for ever; it remembers what
 * it was asked, counts how many ask at once, and keeps everybody waiting while it is held.
 */
final class ScriptedEndpoint implements AutoCloseable {

  /** One request, as it came. */
  record Asked(String authorization, JsonNode body) {}

  private record Reply(int status, String body) {}

  private static final int BACKLOG = 200;

  private final List<Reply> replies;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final UUID id = UUID.randomUUID();
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

  /** One that says these texts. */
  static ScriptedEndpoint saying(String... texts) throws IOException {
    return new ScriptedEndpoint(
        Arrays.stream(texts).map(text -> new Reply(200, completion(text))).toList());
  }

  /** One that fails for ever. */
  static ScriptedEndpoint failing(int status) throws IOException {
    return new ScriptedEndpoint(List.of(new Reply(status, "{}")));
  }

  /** How a judging protocol names it. */
  Endpoint named(String modelName, int maxConcurrency) {
    String baseUrl = "http://localhost:" + server.getAddress().getPort() + "/v1";
    return new Endpoint(id, "openai", baseUrl, modelName, maxConcurrency);
  }

  UUID id() {
    return id;
  }

  /** Every request so far, those that still wait for their reply included. */
  List<Asked> asked() {
    return asked;
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  void hold() {
    gate = new CountDownLatch(1);
  }

  void release() {
    gate.countDown();
  }

  private void reply(HttpExchange exchange) throws IOException {
    try (exchange) {
      mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      asked.add(
          new Asked(
              exchange.getRequestHeaders().getFirst("Authorization"),
              Json.MAPPER.readTree(exchange.getRequestBody())));
      Reply next = replies.get(Math.min(turn.getAndIncrement(), replies.size() - 1));
      gate.await();
      // Before the reply: whoever has it may ask again at once.
      atOnce.decrementAndGet();
      byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(next.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static String completion(String text) {
    return Json.write(
        Map.of(
            "choices",
            List.of(
                Map.of(
                    "message",
                    Map.of("role", "assistant", "content", text),
                    "finish_reason",
                    "stop"))));
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
