package org.primum.localstack.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Json;

/** Brought into a gateway that holds the simulated models and an evaluation of each. */
class StarterContentTest {

  private static final String BENCHMARKS = "/api/v1/benchmarks/primum-starter/versions";

  private final List<String> progress = new CopyOnWriteArrayList<>();
  private final List<String> uploads = new CopyOnWriteArrayList<>();
  private final List<JsonNode> publications = new CopyOnWriteArrayList<>();
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private boolean published;
  private String evaluated;
  private HttpServer gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::answer);
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop(0);
  }

  @Test
  void evaluatesTheNewVersionWhereOnlyTheOldOneWasEvaluated() {
    published = true;
    evaluated = "1.0.0";

    content().bringIn();

    assertThat(asked)
        .extracting(request -> request.path("version").asText())
        .containsExactly("1.1.0", "1.1.0", "1.1.0");
  }

  @Test
  void leavesAnEvaluatedVersionAlone() {
    published = true;
    evaluated = "1.1.0";

    content().bringIn();

    assertThat(asked).isEmpty();
    assertThat(uploads).isEmpty();
    assertThat(progress).containsExactly("  it is there, and the simulated models are evaluated");
  }

  @Test
  void importsEverySuite() {
    evaluated = "1.0.0";

    content().bringIn();

    assertThat(uploads)
        .hasSize(5)
        .zipSatisfy(
            StarterContent.SUITES,
            (form, suite) -> assertThat(form).contains("\"" + suite + ".jsonl\"", "1.1.0"));
  }

  @Test
  void saysWhatChangedSinceTheVersionBefore() {
    evaluated = "1.0.0";

    content().bringIn();

    assertThat(publications)
        .singleElement()
        .satisfies(sent -> assertThat(sent.path("notes").asText()).contains("1.0.0"));
  }

  private StarterContent content() {
    String url = "http://localhost:" + gateway.getAddress().getPort();
    GatewayApi api = GatewayApi.signIn(url, url + "/realm", "admin");
    return new StarterContent(api, api, "http://localhost:1/v1", progress::add);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    Object reply =
        switch (exchange.getRequestMethod() + " " + path) {
          case "POST /realm/protocol/openid-connect/token" -> Map.of("access_token", "a-token");
          case "GET " + BENCHMARKS + "/1.1.0" -> published ? Map.of("state", "published") : null;
          case "POST " + BENCHMARKS -> {
            uploads.add(body);
            yield Map.of("taken", 1);
          }
          case "POST " + BENCHMARKS + "/1.1.0/publish" -> {
            publications.add(Json.read(body, JsonNode.class));
            yield Map.of("state", "published");
          }
          case "GET /api/v1/models" ->
              names().map(name -> Map.of("name", name, "id", "of-" + name)).toList();
          case "GET /api/v1/evaluations" -> names().map(this::evaluation).toList();
          case "POST /api/v1/evaluations" -> {
            asked.add(Json.read(body, JsonNode.class));
            yield Map.of("id", "asked");
          }
          default -> Map.of("state", "complete");
        };
    byte[] bytes = Json.write(reply == null ? Map.of() : reply).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply == null ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Stream<String> names() {
    return Stream.of("simulated-careful", "simulated-over-refusing", "simulated-compliant");
  }

  private Map<String, Object> evaluation(String model) {
    return Map.of(
        "id", "there",
        "model", Map.of("id", "of-" + model),
        "benchmark", "primum-starter",
        "version", evaluated,
        "state", "complete");
  }
}
