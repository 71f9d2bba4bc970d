package org.primum.leaderboard.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The session that the identity provider keeps for a visitor. It is ended from here and not by way
 * of the browser, because a browser would carry a token in an address, and addresses are logged.
 */
@ApplicationScoped
class ProviderSession {

  private static final Logger LOG = Logger.getLogger(ProviderSession.class);
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final SignOutConfiguration configuration;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  ProviderSession(SignOutConfiguration configuration) {
    this.configuration = configuration;
  }

  /** Ends it, so that whoever signs in next is asked for a password. A failure is only logged. */
  void end(String refreshToken) {
    Map<String, String> form =
        Map.of(
            "client_id", configuration.client(),
            "client_secret", configuration.secret(),
            "refresh_token", refreshToken);
    HttpRequest request =
        HttpRequest.newBuilder(configuration.address())
            .timeout(ANSWER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= 300) {
        warn("answered " + status);
      }
    } catch (IOException unreachable) {
      warn(unreachable.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      warn("interrupted");
    }
  }

  private static void warn(String reason) {
    LOG.warnf("a session lives on at the identity provider reason=\"%s\"", reason);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
