package org.primum.gateway.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks, which replies as it is told, and may be down. */
final class Receiver implements AutoCloseable {

  /** A request as it came. */
  record Received(String id, String timestamp, String signature, String type, byte[] body) {}

  /** How it replies. */
  @FunctionalInterface
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Reply reply = status(204);
  private int port;
  private HttpServer server;

  Receiver() throws IOException {
    up();
  }

  /** Starts, at the same port as before. */
  void up() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
    port = server.getAddress().getPort();
  }

  /** Is not there: connections are refused. */
  void down() {
    server.stop(0);
  }

  void replies(Reply next) {
    reply = next;
  }

  /** An empty reply. */
  static Reply status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** Leads elsewhere. */
  static Reply redirect(String elsewhere) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", elsewhere);
      exchange.sendResponseHeaders(307, -1);
    };
  }

  /** Never ends by itself. */
  static Reply hanging() {
    return exchange -> {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** A reply with a body of that many bytes. */
  static Reply large(int bytes) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes);
      exchange.getResponseBody().write(new byte[bytes]);
    };
  }

  String address() {
    return "http://localhost:%d/hook?of=tests".formatted(port);
  }

  /** Every request so far. */
  List<Received> received() {
    return received;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      received.add(
          new Received(
              headers.getFirst("webhook-id"),
              headers.getFirst("webhook-timestamp"),
              headers.getFirst("webhook-signature"),
              headers.getFirst("Content-Type"),
              exchange.getRequestBody().readAllBytes()));
      reply.to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
