package org.primum.gateway.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.gateway.account.TestCallers;
import org.primum.protocol.Json;

/** Webhooks, to receivers of every kind. */
@QuarkusTest
class WebhookTest extends NotificationScene {

  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void shut() {
    receiver.close();
  }

  @Test
  void theEndOfAnEvaluationComesWithASignatureThatTheDocumentedRecipesAccept()
      throws IOException, InterruptedException {
    String secret = webhook(receiver).getString("secret");

    String evaluation = complete("hook-end");

    Receiver.Received received = only();
    JsonNode body = Json.MAPPER.readTree(received.body());
    assertThat(received.type()).isEqualTo("application/json");
    assertThat(body.path("type").asText()).isEqualTo("evaluation.complete");
    assertThat(body.at("/data/evaluation/id").asText()).isEqualTo(evaluation);
    assertThat(body.at("/data/evaluation/suites/0/rates/0/value").asDouble()).isEqualTo(1);
    assertThat(body.at("/data/evaluation/page").asText())
        .isEqualTo("https://primum.example/evaluations/" + evaluation);
    assertThat(Recipes.shell(received, secret)).isEqualTo("genuine");
    assertThat(Recipes.python(received, secret)).isEqualTo("genuine");
    awaitDelivery(received.id(), "state", "delivered");
  }

  @Test
  void theRecipesRefuseWhatWasForged() throws IOException, InterruptedException {
    JsonPath webhook = webhook(receiver);
    String secret = webhook.getString("secret");
    test(webhook.getString("webhook.id"));
    Receiver.Received real = only();
    byte[] other =
        new String(real.body(), StandardCharsets.UTF_8)
            .replace("test", "rest")
            .getBytes(StandardCharsets.UTF_8);
    String old = Long.toString(Instant.now().getEpochSecond() - 3600);
    String signedThen =
        SigningSecret.of(org.primum.modelclient.Secret.of(secret))
            .sign(
                real.id(),
                Instant.ofEpochSecond(Long.parseLong(old)),
                new String(real.body(), StandardCharsets.UTF_8));

    for (Receiver.Received forged :
        new Receiver.Received[] {
          new Receiver.Received(real.id(), real.timestamp(), real.signature(), null, other),
          new Receiver.Received("other", real.timestamp(), real.signature(), null, real.body()),
          new Receiver.Received(real.id(), old, real.signature(), null, real.body()),
          new Receiver.Received(real.id(), old, signedThen, null, real.body())
        }) {
      assertThat(Recipes.shell(forged, secret)).isEqualTo("forged");
      assertThat(Recipes.python(forged, secret)).isEqualTo("forged");
    }
  }

  @Test
  void aReceiverThatIsDownGetsItWhenItIsBack() throws IOException {
    receiver.down();
    webhook(receiver);
    complete("hook-down");
    String id =
        await()
            .atMost(PATIENCE)
            .until(
                () -> owner().get(API + "/deliveries").jsonPath(),
                found -> found.getInt("[0].attempts") >= 2)
            .getString("[0].id");
    assertThat(owner().get(API + "/deliveries/" + id).jsonPath().getString("lastError"))
        .contains("could not be reached");

    receiver.up();

    JsonPath delivered = awaitDelivery(id, "state", "delivered");
    assertThat(delivered.getString("lastError")).isNull();
    assertThat(only().id()).isEqualTo(id);
  }

  @Test
  void aReceiverThatFailsIsAskedAgain() {
    receiver.replies(Receiver.status(500));
    String id = test(webhook(receiver).getString("webhook.id"));
    await().atMost(PATIENCE).until(() -> receiver.received().size() >= 2);
    assertThat(owner().get(API + "/deliveries/" + id).jsonPath().getString("lastError"))
        .isEqualTo("The receiver answered with HTTP 500.");

    receiver.replies(Receiver.status(200));

    awaitDelivery(id, "state", "delivered");
    assertThat(receiver.received()).allSatisfy(one -> assertThat(one.id()).isEqualTo(id));
  }

  @Test
  void aReceiverThatHangsHoldsUpNobodyElse() throws IOException {
    receiver.replies(Receiver.hanging());
    try (Receiver well = new Receiver()) {
      String stuck = test(webhook(receiver).getString("webhook.id"));
      String other = test(webhook(well).getString("webhook.id"));

      awaitDelivery(other, "state", "delivered");
      awaitDelivery(stuck, "lastError", "No reply came within 2 seconds.");
    }
    receiver.replies(Receiver.status(200));
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    try (Receiver elsewhere = new Receiver()) {
      receiver.replies(Receiver.redirect(elsewhere.address()));
      String id = test(webhook(receiver).getString("webhook.id"));

      await()
          .atMost(PATIENCE)
          .until(
              () -> owner().get(API + "/deliveries/" + id).jsonPath().getString("lastError"),
              error -> error != null && error.contains("redirects (HTTP 307)"));

      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void nothingIsReadOfALargeReply() {
    receiver.replies(Receiver.large(1_000_000));

    String id = test(webhook(receiver).getString("webhook.id"));

    assertThat(awaitDelivery(id, "state", "delivered").getInt("attempts")).isEqualTo(1);
  }

  @Test
  void aReceiverThatWantsNoMoreIsSwitchedOff() {
    receiver.replies(Receiver.status(410));
    String recipient = webhook(receiver).getString("webhook.id");

    String id = test(recipient);

    awaitDelivery(id, "state", "given-up");
    assertThat(owner().get(API).jsonPath().getString("webhooks[0].state")).isEqualTo("given-up");
    owner().post(API + "/recipients/" + recipient + "/test").then().statusCode(409);
  }

  /** What a service leaves behind that is killed after sending and before recording. */
  @Test
  void whatWasSentAndNotRecordedIsSentAgainByTheSameIdWhenTheClaimHasLapsed() throws SQLException {
    String id = test(webhook(receiver).getString("webhook.id"));
    awaitDelivery(id, "state", "delivered");
    change(
        """
        update notification set state = 'waiting', delivered_at = null,
          leased_until = now() + interval '2 seconds'
        where id = ?
        """,
        UUID.fromString(id));
    Instant killed = Instant.now();

    await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);

    assertThat(Instant.now()).isAfter(killed.plusMillis(1_500));
    assertThat(receiver.received().get(1).id()).isEqualTo(id);
    assertThat(receiver.received().get(1).body()).isEqualTo(receiver.received().get(0).body());
    assertThat(awaitDelivery(id, "state", "delivered").getInt("attempts")).isEqualTo(2);
  }

  /** A replica that was frozen, and wakes up when another has sent it again. */
  @Test
  void whoComesBackTooLateChangesNothing() throws SQLException {
    receiver.replies(Receiver.status(500));
    String id = test(webhook(receiver).getString("webhook.id"));
    await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());

    receiver.replies(
        exchange -> {
          try {
            change(
                "update notification set attempts = attempts + 1 where id = ?",
                UUID.fromString(id));
          } catch (SQLException failed) {
            throw new IOException(failed);
          }
          Receiver.status(410).to(exchange);
        });
    int before = receiver.received().size();
    await().atMost(PATIENCE).until(() -> receiver.received().size() > before + 1);

    assertThat(owner().get(API + "/deliveries/" + id).jsonPath().getString("state"))
        .isEqualTo("waiting");
  }

  @Test
  void afterLongFailureItIsGivenUpAndTheReceiverIsSwitchedOff() throws SQLException {
    receiver.replies(Receiver.status(503));
    String recipient = webhook(receiver).getString("webhook.id");
    String id = test(recipient);
    await().atMost(PATIENCE).until(() -> receiver.received().size() >= 1);

    change(
        "update notification_recipient set failing_since = now() - interval '4 days' where id = ?",
        UUID.fromString(recipient));
    change(
        "update notification set tried_since = now() - interval '4 days' where id = ?",
        UUID.fromString(id));

    awaitDelivery(id, "state", "given-up");
    JsonPath settings = owner().get(API).jsonPath();
    assertThat(settings.getString("webhooks[0].state")).isEqualTo("given-up");
    owner().post(API + "/deliveries/" + id + "/again").then().statusCode(409);

    receiver.replies(Receiver.status(200));
    owner()
        .body(Map.of("on", true))
        .put(API + "/recipients/" + recipient)
        .then()
        .statusCode(200)
        .body("state", equalTo("on"));
    owner().post(API + "/deliveries/" + id + "/again").then().statusCode(200);
    awaitDelivery(id, "state", "delivered");
  }

  @Test
  void itIsSentAgainWhenItsOwnerWantsThat() {
    String id = test(webhook(receiver).getString("webhook.id"));
    awaitDelivery(id, "state", "delivered");

    owner().post(API + "/deliveries/" + id + "/again").then().statusCode(200);

    await().atMost(PATIENCE).until(() -> receiver.received().size() == 2);
    assertThat(receiver.received().get(1).id()).isEqualTo(id);
  }

  @Test
  void somebodyElseSeesAndChangesNothing() {
    JsonPath webhook = webhook(receiver);
    String recipient = webhook.getString("webhook.id");
    String id = test(recipient);

    for (String other : new String[] {"other/submitter", "admin/admin"}) {
      var stranger = given().header(TestCallers.HEADER, other).contentType("application/json");
      stranger.get(API + "/deliveries/" + id).then().statusCode(404);
      stranger.post(API + "/deliveries/" + id + "/again").then().statusCode(404);
      stranger.post(API + "/recipients/" + recipient + "/test").then().statusCode(404);
      stranger.delete(API + "/recipients/" + recipient).then().statusCode(404);
      stranger.get(API).then().body(not(containsString(receiver.address())));
      stranger.get(API + "/deliveries").then().body(not(containsString(id)));
    }
  }

  @Test
  void theSecretIsShownOnceAndStoredSealed() throws SQLException {
    String secret = webhook(receiver).getString("secret");

    owner().get(API).then().body(not(containsString("whsec_")));
    assertThat(
            change(
                "update notification_recipient set state = state where sealed_secret like '%"
                    + secret.substring(6, 20)
                    + "%'"))
        .isZero();
    owner()
        .body(Map.of("address", receiver.address()))
        .post(API + "/webhooks")
        .then()
        .statusCode(409);
  }

  @Test
  void onlyWhoDidNotCancelItIsTold() throws IOException {
    webhook(receiver);
    makeDraft("hook-own-cancel", "patientsafetybench", ONE_ROW);
    String own = publishAndStart("hook-own-cancel");
    makeDraft("hook-cancelled", "patientsafetybench", ONE_ROW);
    String others = publishAndStart("hook-cancelled");

    caller("submitter").post("/api/v1/evaluations/" + own + "/cancel").then().statusCode(200);
    caller("admin").post("/api/v1/evaluations/" + others + "/cancel").then().statusCode(200);

    JsonNode body = Json.MAPPER.readTree(only().body());
    assertThat(body.path("type").asText()).isEqualTo("evaluation.cancelled");
    assertThat(body.at("/data/evaluation/id").asText()).isEqualTo(others);
    assertThat(owner().get(API + "/deliveries").jsonPath().getList("")).hasSize(1);
  }

  @Test
  void anEvaluationThatWaitsForItsBudgetIsTold() throws IOException {
    webhook(receiver);
    makeDraft("hook-budget", "patientsafetybench", ONE_ROW);
    String evaluation = publishAndStart("hook-budget");
    prompts(1);
    Map<String, Object> request = new HashMap<>();
    request.put("modelId", given().get("/api/v1/evaluations/" + evaluation).path("model.id"));
    request.put("benchmark", "hook-budget");
    request.put("version", "1.0.0");
    request.put("costLimit", "0.000001");
    String limited =
        caller("submitter")
            .contentType("application/json")
            .body(request)
            .post("/api/v1/evaluations")
            .then()
            .statusCode(202)
            .extract()
            .path("id");

    JsonNode body = Json.MAPPER.readTree(only().body());

    assertThat(body.path("type").asText()).isEqualTo("evaluation.budget_reached");
    assertThat(body.at("/data/evaluation/id").asText()).isEqualTo(limited);
    for (String open : new String[] {evaluation, limited}) {
      caller("submitter").post("/api/v1/evaluations/" + open + "/cancel").then().statusCode(200);
    }
  }

  /** The only request so far, once it is there. */
  private Receiver.Received only() {
    await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());
    assertThat(receiver.received()).hasSize(1);
    return receiver.received().getFirst();
  }
}
