package org.primum.localstack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.primum.localstack.bench.endpoint.Behaviour;
import org.primum.localstack.bench.endpoint.EndpointFigures;
import org.primum.localstack.bench.endpoint.EndpointSettings;
import org.primum.localstack.progress.StackFailure;
import org.primum.protocol.Json;

/** Tells the measuring endpoint how to behave, and asks it what it has seen. */
final class EndpointClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long SEED = 1;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final String url;

  EndpointClient(String url) {
    this.url = url;
  }

  /** The base URL a client of OpenAI's API is given. */
  String baseUrl() {
    return url + "/v1";
  }

  /** Behaves so from now on, and has seen nothing yet. Calls under way end as they began. */
  void behave(Map<String, Behaviour> models) {
    EndpointSettings settings = new EndpointSettings(SEED, models, Behaviour.steady(0));
    sent(
        request("/bench/settings")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(settings)))
            .build());
  }

  /** Forgets what it has seen. */
  void forget() {
    sent(request("/bench/reset").POST(HttpRequest.BodyPublishers.noBody()).build());
  }

  /** What it has seen. */
  EndpointFigures figures() {
    return Json.read(sent(request("/bench/stats").GET().build()), EndpointFigures.class);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
  }

  private String sent(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new StackFailure(
            "The measuring endpoint answered %d at %s."
                .formatted(response.statusCode(), request.uri()));
      }
      return response.body();
    } catch (IOException away) {
      throw new StackFailure("The measuring endpoint does not answer.", away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while asking the measuring endpoint.", interrupted);
    }
  }
}
