package org.primum.localstack.starter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.primum.localstack.progress.StackFailure;
import org.primum.protocol.Json;

/** The gateway's REST API as one of the development users sees it. */
public final class GatewayApi {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String gatewayUrl;
  private final String token;

  private GatewayApi(String gatewayUrl, String token) {
    this.gatewayUrl = gatewayUrl;
    this.token = token;
  }

  /**
   * Signs in by the command-line client's direct grant.
   *
   * @param gatewayUrl where the gateway is
   * @param realmUrl the realm's address
   * @param user one of the development users, whose password is the name
   */
  public static GatewayApi signIn(String gatewayUrl, String realmUrl, String user) {
    String form =
        Map.of(
                "grant_type",
                "password",
                "client_id",
                "primum-cli",
                "username",
                user,
                "password",
                user)
            .entrySet()
            .stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    GatewayApi stranger = new GatewayApi(gatewayUrl, null);
    HttpResponse<String> response = stranger.sent(request);
    if (response.statusCode() != 200) {
      throw new StackFailure(
          "Keycloak does not sign %s in (status %d).".formatted(user, response.statusCode()));
    }
    return new GatewayApi(
        gatewayUrl, Json.read(response.body(), JsonNode.class).get("access_token").asText());
  }

  /** The access token it sends. */
  public String token() {
    return token;
  }

  /** What is there, or empty when nothing is. */
  public Optional<JsonNode> find(String path) {
    HttpResponse<String> response = sent(request(path).GET().build());
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(checked(response));
  }

  /** What is there. */
  public JsonNode get(String path) {
    return checked(sent(request(path).GET().build()));
  }

  /** What is there, as it came. */
  public String text(String path) {
    HttpResponse<String> response = sent(request(path).setHeader("Accept", "*/*").GET().build());
    if (response.statusCode() != 200) {
      throw refused(response);
    }
    return response.body();
  }

  /** Sends an object by POST. */
  public JsonNode post(String path, Object body) {
    return checked(sent(json(path).POST(body(body)).build()));
  }

  /** Sends an object by PUT. */
  public JsonNode put(String path, Object body) {
    return checked(sent(json(path).PUT(body(body)).build()));
  }

  /**
   * Sends a form with a file.
   *
   * @param fields names and values
   * @param fileName the name of the part "file"
   * @param file its content
   */
  public JsonNode upload(String path, Map<String, String> fields, String fileName, byte[] file) {
    return upload(path, fields, fileName, HttpRequest.BodyPublishers.ofByteArray(file));
  }

  /**
   * Sends a form with a file that is read while it is sent.
   *
   * @param fields names and values
   * @param file the content of the part "file", called as it is called
   */
  public JsonNode upload(String path, Map<String, String> fields, Path file) {
    try {
      return upload(
          path, fields, file.getFileName().toString(), HttpRequest.BodyPublishers.ofFile(file));
    } catch (FileNotFoundException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private JsonNode upload(
      String path, Map<String, String> fields, String fileName, HttpRequest.BodyPublisher file) {
    String boundary = "primum-" + UUID.randomUUID();
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            form.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)
                    .getBytes(StandardCharsets.UTF_8)));
    form.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n")
            .formatted(boundary, fileName)
            .getBytes(StandardCharsets.UTF_8));
    return checked(
        sent(
            request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(
                    HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()),
                        file,
                        HttpRequest.BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary))))
                .build()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gatewayUrl + path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token);
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher body(Object body) {
    return HttpRequest.BodyPublishers.ofString(Json.write(body));
  }

  private HttpResponse<String> sent(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new StackFailure(
          "%s does not answer: %s".formatted(request.uri(), failed.getMessage()), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while asking " + request.uri() + ".", interrupted);
    }
  }

  private static JsonNode checked(HttpResponse<String> response) {
    if (response.statusCode() / 100 == 2) {
      return Json.read(response.body().isBlank() ? "null" : response.body(), JsonNode.class);
    }
    throw refused(response);
  }

  private static StackFailure refused(HttpResponse<String> response) {
    return new StackFailure(
        "%s %s answered %d: %s"
            .formatted(
                response.request().method(),
                response.request().uri(),
                response.statusCode(),
                response.body()));
  }
}
