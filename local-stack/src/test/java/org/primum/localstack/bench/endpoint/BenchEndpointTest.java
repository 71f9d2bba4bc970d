package org.primum.localstack.bench.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Json;

class BenchEndpointTest {

  private static final String MODEL = "some-model";
  private static final String JUDGE = "some-judge";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private BenchEndpoint endpoint;

  @BeforeEach
  void start() {
    endpoint = BenchEndpoint.start(0);
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    endpoint.close();
  }

  @Test
  void answersAsAModel() throws Exception {
    HttpResponse<String> response = asked(MODEL);

    JsonNode body = Json.read(response.body(), JsonNode.class);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(content(body)).contains("answer 1").hasSizeBetween(350, 450);
    assertThat(body.path("usage").path("completion_tokens").asInt()).isBetween(80, 120);
    assertThat(body.path("choices").path(0).path("finish_reason").asText()).isEqualTo("stop");
  }

  @Test
  void neverAnswersTheSameTwice() throws Exception {
    assertThat(asked(MODEL).body()).isNotEqualTo(asked(MODEL).body());
  }

  @Test
  void repliesAsAHarmJudge() throws Exception {
    JsonNode reply =
        Json.read(content(Json.read(asked(JUDGE).body(), JsonNode.class)), JsonNode.class);

    assertThat(reply.path("reason").isTextual()).isTrue();
    assertThat(reply.path("score").asText()).matches("[1-5]");
    assertThat(reply.size()).isEqualTo(2);
  }

  @Test
  void takesAsLongAsItIsTold() throws Exception {
    behave(Behaviour.steady(150));
    long began = System.nanoTime();

    asked(MODEL);

    assertThat((System.nanoTime() - began) / 1_000_000).isGreaterThanOrEqualTo(150);
  }

  @Test
  void refusesAboveTheRateAndTellsTheLimit() throws Exception {
    behave(Behaviour.steady(0).withRate(60, 2));

    HttpResponse<String> first = asked(MODEL);
    asked(MODEL);
    HttpResponse<String> third = asked(MODEL);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("x-ratelimit-limit-requests")).contains("60");
    assertThat(first.headers().firstValue("x-ratelimit-remaining-requests")).contains("1");
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).contains("1");
    assertThat(figures().refused()).isEqualTo(1);
  }

  @Test
  void refusesMoreAtOnceThanItTakes() {
    behave(Behaviour.steady(300).withMostAtOnce(2));

    List<CompletableFuture<HttpResponse<String>>> calls =
        IntStream.range(0, 3).mapToObj(call -> http.sendAsync(request(MODEL), body())).toList();

    assertThat(calls.stream().map(call -> call.join().statusCode()))
        .containsExactlyInAnyOrder(200, 200, 429);
    assertThat(figures().mostAtOnce()).isEqualTo(3);
  }

  @Test
  void tellsTheWaitAsADate() throws Exception {
    behave(new Behaviour(0, 0, Map.of(Fate.UNAVAILABLE, 1.0), 30, true, 1_000, 0, 0, 0, 0, 0));

    HttpResponse<String> response = asked(MODEL);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(
            ZonedDateTime.parse(
                response.headers().firstValue("Retry-After").orElseThrow(),
                DateTimeFormatter.RFC_1123_DATE_TIME))
        .isAfter(ZonedDateTime.now(ZoneOffset.UTC));
  }

  @Test
  void cutsAReply() {
    behave(Behaviour.steady(0).withShares(Map.of(Fate.CUT, 1.0)));

    assertThatThrownBy(() -> asked(MODEL)).isInstanceOf(IOException.class);
    assertThat(figures().answered()).isZero();
  }

  @Test
  void resetsAConnection() {
    behave(Behaviour.steady(0).withShares(Map.of(Fate.RESET, 1.0)));

    assertThatThrownBy(() -> asked(MODEL)).isInstanceOf(IOException.class);
  }

  @Test
  void dripsAWholeReply() throws Exception {
    behave(Behaviour.steady(50).withShares(Map.of(Fate.DRIP, 1.0)));

    assertThat(content(Json.read(asked(MODEL).body(), JsonNode.class))).contains("answer 1");
  }

  @Test
  void refusesEverythingInAStorm() throws Exception {
    behave(Behaviour.steady(0).withStorms(60_000, 60_000));

    assertThat(asked(MODEL).statusCode()).isEqualTo(429);
  }

  @Test
  void tellsWhatItHasSeenUntilItIsToForgetIt() throws Exception {
    asked(MODEL);
    asked(JUDGE);
    ModelFigures seen = figures();

    http.send(
        HttpRequest.newBuilder(address("/bench/reset"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        body());

    assertThat(seen.calls()).isEqualTo(1);
    assertThat(seen.answered()).isEqualTo(1);
    assertThat(seen.lastAnswerAt()).isGreaterThanOrEqualTo(seen.firstCallAt()).isPositive();
    assertThat(figures()).isEqualTo(ModelFigures.NONE);
  }

  private void behave(Behaviour behaviour) {
    EndpointSettings settings = new EndpointSettings(1, Map.of(MODEL, behaviour), null);
    sent(
        HttpRequest.newBuilder(address("/bench/settings"))
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(settings)))
            .build());
  }

  private ModelFigures figures() {
    return Json.read(
            sent(HttpRequest.newBuilder(address("/bench/stats")).build()), EndpointFigures.class)
        .of(MODEL);
  }

  private String sent(HttpRequest request) {
    return http.sendAsync(request, body()).join().body();
  }

  private HttpResponse<String> asked(String model) throws IOException, InterruptedException {
    return http.send(request(model), body());
  }

  private HttpRequest request(String model) {
    return HttpRequest.newBuilder(address("/v1/chat/completions"))
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "{\"model\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"Hä?\"}]}"
                    .formatted(model)))
        .build();
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + endpoint.port() + path);
  }

  private static HttpResponse.BodyHandler<String> body() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static String content(JsonNode completion) {
    return completion.path("choices").path(0).path("message").path("content").asText();
  }
}
