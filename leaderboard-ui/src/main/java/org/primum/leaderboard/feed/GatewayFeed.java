package org.primum.leaderboard.feed;

import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** What the gateway can tell again, in the shape of its messages. */
@ApplicationScoped
class GatewayFeed {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final RepairConfiguration configuration;
  private final OidcClient tokens;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  GatewayFeed(RepairConfiguration configuration, OidcClient tokens) {
    this.configuration = configuration;
    this.tokens = tokens;
  }

  List<EvaluationChanged> evaluations(int newest) throws IOException {
    return List.of(read("/api/v1/evaluations?limit=" + newest, EvaluationChanged[].class));
  }

  EvaluationChanged evaluation(UUID id) throws IOException {
    return read("/api/v1/evaluations/" + id, EvaluationChanged.class);
  }

  List<BenchmarkChanged> benchmarks() throws IOException {
    return List.of(read("/api/v1/benchmarks", BenchmarkChanged[].class));
  }

  /** Hands over the finished items one by one, as they arrive. */
  void items(UUID evaluation, Consumer<ItemFinished> taker) throws IOException {
    HttpRequest request = request("/api/v1/internal/evaluations/" + evaluation + "/items").build();
    try (Stream<String> lines = send(request, HttpResponse.BodyHandlers.ofLines())) {
      lines.map(line -> Json.read(line, ItemFinished.class)).forEach(taker);
    }
  }

  private <T> T read(String path, Class<T> type) throws IOException {
    return Json.read(send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray()), type);
  }

  private HttpRequest.Builder request(String path) {
    String token = tokens.getTokens().await().atMost(ANSWER).getAccessToken();
    return HttpRequest.newBuilder(configuration.gateway().resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + token);
  }

  private <T> T send(HttpRequest request, HttpResponse.BodyHandler<T> reader) throws IOException {
    try {
      HttpResponse<T> response = http.send(request, reader);
      if (response.statusCode() != 200) {
        throw new IOException(
            "the gateway answered %d to %s"
                .formatted(response.statusCode(), request.uri().getPath()));
      }
      return response.body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
