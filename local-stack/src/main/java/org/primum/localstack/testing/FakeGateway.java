package org.primum.localstack.testing;

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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.primum.protocol.Json;
import org.primum.protocol.judging.JudgingProtocol;

/**
 * Keycloak and the gateway, as far as runner and judge know them: a token for whoever asks, judging
 * protocols and sealed credentials for whoever shows that token. It can be away for a while. A
 * field of this type in the test is given the one that runs.
 */
public final class FakeGateway implements QuarkusTestResourceLifecycleManager {

  /** What opens the gateway. */
  public static final String TOKEN = "token-" + UUID.randomUUID();

  private static final String PROTOCOLS = "/api/v1/internal/judging-protocols/";
  private static final String CANCELLED = "/api/v1/internal/cancelled";
  private static final String ENDPOINTS = "/api/v1/internal/endpoints/";

  private final Map<String, JudgingProtocol> protocols = new ConcurrentHashMap<>();
  private final Map<String, String> credentials = new ConcurrentHashMap<>();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
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
    server.createContext(PROTOCOLS, exchange -> give(exchange, this::protocol));
    server.createContext(ENDPOINTS, exchange -> give(exchange, this::credential));
    server.createContext(CANCELLED, exchange -> give(exchange, path -> Optional.of(cancelled)));
    server.start();
    return Map.of("PRIMUM_GATEWAY_URL", url, "PRIMUM_OIDC_URL", url + "/realm");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(FakeGateway.class));
  }

  /** Makes the protocol known. */
  public void keep(JudgingProtocol protocol) {
    keepUnder(protocol.hash(), protocol);
  }

  /** As a gateway that is wrong about its protocols. */
  public void keepUnder(String hash, JudgingProtocol protocol) {
    protocols.put(PROTOCOLS + hash, protocol);
  }

  /** Gives the endpoint a key; one without needs none. */
  public void keepCredential(UUID endpointId, String sealed) {
    credentials.put(ENDPOINTS + endpointId + "/credential", sealed);
  }

  /** The evaluation that messages know by this key is cancelled. */
  public void cancel(UUID key) {
    cancelled.add(key);
  }

  /** Nobody answers from now on. */
  public void leave() {
    turnedAway.set(0);
    away = true;
  }

  /** It answers again. */
  public void comeBack() {
    away = false;
  }

  /** How many requests have met nobody since it left. */
  public int turnedAway() {
    return turnedAway.get();
  }

  private Optional<Object> protocol(String path) {
    return Optional.ofNullable(protocols.get(path));
  }

  private Optional<Object> credential(String path) {
    String sealed = credentials.get(path);
    return Optional.of(sealed == null ? Map.of() : Map.of("sealed", sealed));
  }

  private void give(HttpExchange exchange, Function<String, Optional<Object>> kept)
      throws IOException {
    if (away) {
      turnedAway.incrementAndGet();
      exchange.close();
      return;
    }
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      send(exchange, 401, Map.of());
      return;
    }
    Optional<Object> found = kept.apply(exchange.getRequestURI().getPath());
    send(exchange, found.isPresent() ? 200 : 404, found.orElse(Map.of()));
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
