package org.primum.localstack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.primum.protocol.Json;

/** Keycloak's administration API, as far as the stack needs it. */
final class KeycloakAdministration {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String baseUrl;
  private final String user;
  private final String password;

  KeycloakAdministration(String baseUrl, String user, String password) {
    this.baseUrl = baseUrl;
    this.user = user;
    this.password = password;
  }

  /**
   * Replaces one client of the realm {@code primum}, and nothing else.
   *
   * @param realm the realm's file
   * @param clientId the client's id in it
   */
  void replaceClient(String realm, String clientId) throws IOException {
    List<JsonNode> clients =
        StreamSupport.stream(Json.read(realm, JsonNode.class).get("clients").spliterator(), false)
            .filter(client -> client.get("clientId").asText().equals(clientId))
            .toList();
    sent(
        request("/admin/realms/primum/partialImport", "application/json")
            .header("Authorization", "Bearer " + token())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Json.write(Map.of("ifResourceExists", "OVERWRITE", "clients", clients)))));
  }

  private String token() throws IOException {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(
                URLEncoder.encode(user, StandardCharsets.UTF_8),
                URLEncoder.encode(password, StandardCharsets.UTF_8));
    String answer =
        sent(
            request(
                    "/realms/master/protocol/openid-connect/token",
                    "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    return Json.read(answer, JsonNode.class).get("access_token").asText();
  }

  private HttpRequest.Builder request(String path, String contentType) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .timeout(TIMEOUT)
        .header("Content-Type", contentType);
  }

  private String sent(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IOException("%s answered %d.".formatted(response.uri(), response.statusCode()));
      }
      return response.body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", interrupted);
    }
  }
}
