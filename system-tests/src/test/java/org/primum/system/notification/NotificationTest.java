package org.primum.system.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.starter.GatewayApi;
import org.primum.protocol.Json;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/** An owner is told when an evaluation is done, by the whole system with real tokens. */
@ExtendWith(RunningStack.class)
class NotificationTest {

  @Test
  void theResultComesToTheOwnersWebhook(Stacks stacks) throws IOException {
    var stack = stacks.embedded();
    GatewayApi submitter = stack.signIn("submitter");
    List<JsonNode> received = new CopyOnWriteArrayList<>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(Json.MAPPER.readTree(exchange.getRequestBody()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    try {
      submitter.post(
          "/api/v1/notifications/webhooks",
          Map.of("address", "http://localhost:%d/".formatted(receiver.getAddress().getPort())));

      String evaluation =
          submitter
              .post(
                  "/api/v1/evaluations",
                  Map.of(
                      "modelId",
                      careful(submitter),
                      "benchmark",
                      "primum-starter",
                      "suites",
                      List.of("over-refusal")))
              .path("id")
              .asText();

      Awaitility.await()
          .atMost(java.time.Duration.ofMinutes(2))
          .until(() -> received.stream().anyMatch(one -> id(one).equals(evaluation)));
      JsonNode told =
          received.stream().filter(one -> id(one).equals(evaluation)).findFirst().orElseThrow();
      assertThat(told.path("type").asText()).isEqualTo("evaluation.complete");
      assertThat(told.at("/data/evaluation/page").asText())
          .isEqualTo(stack.url(Part.UI) + "/evaluations/" + evaluation);
      assertThat(told.at("/data/evaluation/suites/0/suite").asText()).isEqualTo("over-refusal");
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void theVerifiedAddressIsThatOfTheIdentityProvider(Stacks stacks) {
    JsonNode settings = stacks.embedded().signIn("submitter").get("/api/v1/notifications");

    assertThat(settings.path("verifiedAddress").asText()).isEqualTo("submitter@primum.example");
    assertThat(settings.path("mailAvailable").asBoolean()).isFalse();
  }

  private static String id(JsonNode notice) {
    return notice.at("/data/evaluation/id").asText();
  }

  private static String careful(GatewayApi submitter) {
    return StreamSupport.stream(submitter.get("/api/v1/models").spliterator(), false)
        .filter(model -> model.path("name").asText().equals("simulated-careful"))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }
}
