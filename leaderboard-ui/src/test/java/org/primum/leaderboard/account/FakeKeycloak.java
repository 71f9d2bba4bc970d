package org.primum.leaderboard.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.primum.protocol.Json;

/** An identity provider that lets anybody in and remembers how a session was ended. */
public final class FakeKeycloak implements QuarkusTestResourceLifecycleManager {

  static final String REFRESH_TOKEN = "recognisable-refresh-token-4711";

  private static final String REALM = "/realms/primum";
  private static final String PROTOCOL = REALM + "/protocol/openid-connect";
  private static final String LOGOUT = PROTOCOL + "/logout";

  private static volatile int logoutStatus;
  private static volatile String logout;

  private HttpServer server;
  private KeyPair keys;

  /** Forgets what it was told, and answers the next end of a session with that status. */
  static void answersLogout(int status) {
    logoutStatus = status;
    logout = null;
  }

  /** How the session was ended: the method, the address and the body; or null. */
  static String logout() {
    return logout;
  }

  @Override
  public Map<String, String> start() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException(failed);
    }
    server.createContext(
        REALM + "/.well-known/openid-configuration", exchange -> reply(exchange, metadata()));
    server.createContext(PROTOCOL + "/certs", exchange -> reply(exchange, certificates()));
    server.createContext(PROTOCOL + "/token", exchange -> reply(exchange, tokens()));
    server.createContext(LOGOUT, FakeKeycloak::endSession);
    server.start();
    return Map.of("PRIMUM_OIDC_URL", realm(), "quarkus.oidc.tenant-enabled", "true");
  }

  private Map<String, ?> metadata() {
    String protocol = address() + PROTOCOL;
    return Map.of(
        "issuer", realm(),
        "authorization_endpoint", protocol + "/auth",
        "token_endpoint", protocol + "/token",
        "jwks_uri", protocol + "/certs",
        "end_session_endpoint", "http://only-for-browsers.invalid/logout");
  }

  private Map<String, ?> certificates() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty", "RSA",
                "kid", "fake",
                "use", "sig",
                "alg", "RS256",
                "n", encoded(key.getModulus()),
                "e", encoded(key.getPublicExponent()))));
  }

  private Map<String, ?> tokens() {
    return Map.of(
        "id_token",
        token(),
        "access_token",
        token(),
        "refresh_token",
        REFRESH_TOKEN,
        "token_type",
        "Bearer",
        "expires_in",
        300);
  }

  private String token() {
    return Jwt.issuer(realm())
        .audience("primum-ui")
        .subject("subject-1")
        .claim("preferred_username", "submitter")
        .claim("realm_access", Map.of("roles", List.of("submitter")))
        .expiresIn(300)
        .jws()
        .keyId("fake")
        .sign(keys.getPrivate());
  }

  private static void endSession(HttpExchange exchange) throws IOException {
    try (exchange) {
      logout =
          "%s %s %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(logoutStatus, -1);
    }
  }

  private static void reply(HttpExchange exchange, Map<String, ?> content) throws IOException {
    try (exchange) {
      byte[] body = Json.write(content).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String encoded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }

  private String realm() {
    return address() + REALM;
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
