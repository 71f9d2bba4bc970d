package org.primum.localstack.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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
 * The endpoint of a model or a judge. Its replies are taken in turn, the last one for ever; it
 * remembers what it was asked, counts how many ask at once, and keeps everybody waiting while it is
 * held.
 */
public final class ScriptedEndpoint implements AutoCloseable {

  /** One request, as it came. */
  public record Asked(String authorization, JsonNode body) {}

  /** One reply, as it goes. */
  public record Reply(int status, String body) {

    /** A complete answer. */
    public static Reply says(String text) {
      return says(text, "stop");
    }

    /** An answer that ended for the reason given. */
    public static Reply says(String text, String finishReason) {
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

    /** An error. */
    public static Reply fails(int status, String message) {
      return new Reply(status, Json.write(Map.of("error", Map.of("message", message))));
    }
  }

  private static final int BACKLOG = 200;

  private final UUID id = UUID.randomUUID();
  private final List<Reply> replies;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
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

  /** Starts one that replies so. */
  public static ScriptedEndpoint that(Reply... replies) throws IOException {
    return new ScriptedEndpoint(List.of(replies));
  }

  /** Its base URL. */
  public String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** How those name it who know it by its own id. */
  public Endpoint named(String modelName, int maxConcurrency) {
    return new Endpoint(id, "openai", baseUrl(), modelName, maxConcurrency);
  }

  /** The id it is named by. */
  public UUID id() {
    return id;
  }

  /** Every request so far, those that still wait for their reply included. */
  public List<Asked> asked() {
    return asked;
  }

  /** How many requests have waited for their reply at the same time. */
  public int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** Keeps whoever asks from now on waiting. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Replies to all who wait. */
  public void release() {
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

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
