package org.primum.runner.asking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.primum.protocol.Json;

/**
 * Keycloak and the gateway, as far as the runner knows them: a token for whoever asks, and a sealed
 * credential for whoever shows that token. It can be away for a while.
 */
public final class FakeGateway implements QuarkusTestResourceLifecycleManager {

  /** What opens the gateway. */
  static final String TOKEN = "token-" + UUID.randomUUID();

  private static final String CREDENTIAL = "/api/v1/internal/endpoints/";

  private final Map<UUID, String> credentials = new ConcurrentHashMap<>();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private volatile boolean away;
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    String url = "http://localhost:" + server.getAddress().getPort();
    server.createContext(
        "/realm/.well-known/openid-configuration",
        exchange ->
            send(exchange, 200, Map.of("issuer", url, "token_endpoint", url + "/realm/token")));
    server.createContext(
        "/realm/token",
        exchange -> send(exchange, 200, Map.of("access_token", TOKEN, "expires_in", 3600)));
    server.createContext(CREDENTIAL, this::credential);
    server.start();
    return Map.of("PRIMUM_GATEWAY_URL", url, "PRIMUM_OIDC_URL", url + "/realm");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(FakeGateway.class));
  }

  void keep(UUID endpointId, String sealedCredential) {
    credentials.put(endpointId, sealedCredential);
  }

  void leave() {
    turnedAway.set(0);
    away = true;
  }

  void comeBack() {
    away = false;
  }

  /** How many requests have met nobody since it left. */
  int turnedAway() {
    return turnedAway.get();
  }

  private void credential(HttpExchange exchange) throws IOException {
    if (away) {
      turnedAway.incrementAndGet();
      exchange.close();
      return;
    }
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, Map.of());
      return;
    }
    String path = exchange.getRequestURI().getPath();
    UUID endpointId =
        UUID.fromString(path.substring(CREDENTIAL.length(), path.indexOf("/credential")));
    String found = credentials.get(endpointId);
    send(exchange, 200, found == null ? Map.of() : Map.of("sealed", found));
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
