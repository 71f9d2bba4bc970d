package org.primum.judge.judging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;

/**
 * Keycloak and the gateway, as far as the judge knows them: a token for whoever asks, judging
 * protocols and sealed credentials for whoever shows that token. It can be away for a while.
 */
public final class FakeGateway implements QuarkusTestResourceLifecycleManager {

  private static final String INTERNAL = "/api/v1/internal/";
  private static final String TOKEN = "token-" + UUID.randomUUID();

  /** What it gives, by the path it is asked for. */
  private final Map<String, Object> kept = new ConcurrentHashMap<>();

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
    server.createContext(INTERNAL, this::give);
    server.start();
    return Map.of("PRIMUM_GATEWAY_URL", url, "PRIMUM_OIDC_URL", url + "/realm");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(FakeGateway.class));
  }

  void keep(JudgingProtocol protocol) {
    keepUnder(protocol.hash(), protocol);
  }

  /** As a gateway that is wrong about its protocols. */
  void keepUnder(String hash, JudgingProtocol protocol) {
    kept.put("judging-protocols/" + hash, protocol);
  }

  void keepCredential(UUID endpointId, Optional<String> sealedCredential) {
    kept.put(
        "endpoints/" + endpointId + "/credential",
        sealedCredential.map(text -> Map.of("sealed", text)).orElse(Map.of()));
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

  private void give(HttpExchange exchange) throws IOException {
    if (away) {
      turnedAway.incrementAndGet();
      exchange.close();
      return;
    }
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, Map.of());
      return;
    }
    Object found = kept.get(exchange.getRequestURI().getPath().substring(INTERNAL.length()));
    send(exchange, found == null ? 404 : 200, found == null ? Map.of() : found);
  }

  private static void send(HttpExchange exchange, int status, Object body) throws IOException {
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
