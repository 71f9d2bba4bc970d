package org.primum.gateway.model;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint that says the same to everybody, and remembers what keys it was shown. */
public final class OneAnswerEndpoint implements AutoCloseable {

  /** A usual answer. */
  public static final String ANSWER =
      """
      {"choices": [{"message": {"role": "assistant", "content": "ready"}, "finish_reason": "stop"}]}
      """;

  private final HttpServer server;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** Starts one. */
  public OneAnswerEndpoint(int status, String contentType, String body) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          authorizations.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", contentType);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  /** Starts one that answers well. */
  public static OneAnswerEndpoint healthy() throws IOException {
    return new OneAnswerEndpoint(200, "application/json", ANSWER);
  }

  /** Its base URL. */
  public String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  List<String> authorizations() {
    return authorizations;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
