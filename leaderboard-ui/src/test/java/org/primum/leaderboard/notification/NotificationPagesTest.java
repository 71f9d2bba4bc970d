package org.primum.leaderboard.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.admin.Forms;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "somebody", roles = "submitter")
class NotificationPagesTest {

  private static final String PAGE = "/mine/notifications";
  private static final String API = "/api/v1/notifications";
  private static final UUID EMAIL = UUID.randomUUID();
  private static final UUID WEBHOOK = UUID.randomUUID();
  private static final UUID SENT = UUID.randomUUID();
  private static final UUID EVALUATION = UUID.randomUUID();

  @BeforeEach
  void nothingIsSet() {
    settings(true, "null", "");
    FakeGateway.answers("GET " + API + "/deliveries", 200, "[]");
  }

  @Test
  void theVerifiedAddressIsProposedAndNothingIsOn() {
    assertThat(Forms.page(PAGE))
        .contains("value=\"me@example.org\"", "Nothing yet", "Add webhook")
        .doesNotContain("name=\"on\" value=\"yes\" checked", "Send a test");
  }

  @Test
  void anInstallationWithoutMailSaysSo() {
    settings(false, "null", "");

    assertThat(Forms.page(PAGE))
        .contains("This installation sends no e-mail.", "Add webhook")
        .doesNotContain("name=\"address\"");
  }

  @Test
  void theAddressIsSetAndACodeAskedFor() {
    FakeGateway.answers("PUT " + API + "/email", 200, email("unconfirmed"));

    Response redirect =
        Forms.send(PAGE, PAGE + "/email", Map.of("address", "other@example.org", "on", "yes"));
    settings(true, email("unconfirmed"), "");

    assertThat(redirect.header("Location")).endsWith(PAGE + "?done=code_sent");
    assertThat(FakeGateway.received("PUT " + API + "/email"))
        .contains("\"address\":\"other@example.org\"", "\"on\":true");
    assertThat(Forms.page(PAGE + "?done=code_sent"))
        .contains("A code is on its way", "name=\"code\"", "Not confirmed yet");
  }

  @Test
  void aWrongCodeIsSaidAtItsField() {
    settings(true, email("unconfirmed"), "");
    FakeGateway.answers(
        "POST " + API + "/email/confirm",
        422,
        """
        {"detail": "This is not the code that was sent.",
         "errors": [{"field": "code", "message": "is not the code that was sent"}]}
        """);

    Response page = Forms.send(PAGE, PAGE + "/email/confirm", Map.of("code", "1"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("id=\"code-error\"").contains("is not the code");
  }

  @Test
  void theSecretOfANewWebhookIsShownOnceAndKeptByNobody() {
    FakeGateway.answers(
        "POST " + API + "/webhooks",
        201,
        "{\"webhook\": %s, \"secret\": \"whsec_c2VjcmV0\"}".formatted(webhook("on", "null")));

    Response page = Forms.send(PAGE, PAGE + "/webhooks", Map.of("webhook", "https://h.example/x"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.asString()).contains("whsec_c2VjcmV0", "never shown again");
    assertThat(Forms.page(PAGE)).doesNotContain("whsec_");
  }

  @Test
  void anAddressThatIsRefusedKeepsTheInputAtTheRightForm() {
    FakeGateway.answers(
        "POST " + API + "/webhooks",
        422,
        """
        {"detail": "The address leads to a private network.",
         "errors": [{"field": "address", "message": "leads to a private network"}]}
        """);

    Response page = Forms.send(PAGE, PAGE + "/webhooks", Map.of("webhook", "http://10.0.0.1/x"));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("value=\"http://10.0.0.1/x\"", "id=\"webhook-error\"")
        .doesNotContain("id=\"address-error\"");
  }

  @Test
  void whatFailsIsSaidAndSwitchedOnAgain() {
    settings(
        true,
        email("given-up"),
        webhook("on", "\"2026-11-23T10:00:00Z\"")
            + ","
            + webhook("given-up", "\"2026-11-20T10:00:00Z\""));
    FakeGateway.answers("PUT " + API + "/recipients/" + WEBHOOK, 200, webhook("on", "null"));

    String page = Forms.page(PAGE);
    Response redirect = Forms.send(PAGE, PAGE + "/" + WEBHOOK + "/switch", Map.of("on", "true"));

    assertThat(page)
        .contains("Nothing has got through since 23 Nov 2026, 10:00 UTC")
        .contains("Switched off, because nothing got through for long", "Switch on")
        .contains("Nothing got through to this address for long");
    assertThat(redirect.header("Location")).endsWith("?done=switched_on");
    assertThat(FakeGateway.received("PUT " + API + "/recipients/" + WEBHOOK))
        .contains("\"on\":true");
  }

  @Test
  void whatWasSentIsListedAndSentAgain() {
    FakeGateway.answers(
        "GET " + API + "/deliveries",
        200,
        """
        [{"id": "%s", "event": "evaluation.complete", "evaluationId": "%s", "channel": "webhook",
          "address": "https://h.example/<b>x", "occurredAt": "2026-11-24T10:00:00Z",
          "state": "given-up", "attempts": 30, "lastError": "The receiver answered with HTTP 500."},
         {"id": "%s", "event": "notification.test", "channel": "email", "address": "me@example.org",
          "occurredAt": "2026-11-24T09:00:00Z", "state": "waiting", "attempts": 1,
          "nextAt": "2026-11-24T09:10:00Z", "lastError": "The mail server could not be reached."}]
        """
            .formatted(SENT, EVALUATION, UUID.randomUUID()));
    FakeGateway.answers(
        "POST " + API + "/deliveries/" + SENT + "/again", 409, "{\"detail\": \"Switched off.\"}");

    String page = Forms.page(PAGE);
    Response refused = Forms.send(PAGE, PAGE + "/deliveries/" + SENT + "/again", Map.of());

    assertThat(page)
        .contains("Evaluation complete", "/evaluations/" + EVALUATION, "30 attempts")
        .contains("https://h.example/&lt;b&gt;x", "HTTP 500", "Given up")
        .contains("1 attempt, next at 24 Nov 2026, 09:10 UTC", "Waits to be tried again")
        .containsOnlyOnce("Send again<span");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.asString()).contains("Switched off.");
  }

  @Test
  @TestSecurity(user = "")
  void whoIsSignedOutSwitchesEmailOffByTheLinkInOne() {
    FakeGateway.answers("POST " + API + "/unsubscribe", 204, "");
    String link = "/notifications/off/a-key";

    String asked = Forms.page(link);
    Response done = Forms.send(link, link, Map.of());

    assertThat(asked).contains("Switch off");
    assertThat(done.asString()).contains("E-mail is switched off");
    assertThat(FakeGateway.received("POST " + API + "/unsubscribe")).contains("a-key");
  }

  @Test
  @TestSecurity(user = "reviewer", roles = "reviewer")
  void thePageIsForWhoSubmits() {
    assertThat(given().get(PAGE).statusCode()).isEqualTo(403);
  }

  private static void settings(boolean mail, String email, String webhooks) {
    FakeGateway.answers(
        "GET " + API,
        200,
        """
        {"mailAvailable": %s, "verifiedAddress": "me@example.org", "email": %s, "webhooks": [%s]}
        """
            .formatted(mail, email, webhooks));
  }

  private static String email(String state) {
    return recipient(EMAIL, "other@example.org", state, "null");
  }

  private static String webhook(String state, String failingSince) {
    return recipient(WEBHOOK, "https://h.example/x", state, failingSince);
  }

  private static String recipient(UUID id, String address, String state, String failingSince) {
    return """
        {"id": "%s", "address": "%s", "state": "%s", "failingSince": %s,
         "createdAt": "2026-11-20T10:00:00Z"}
        """
        .formatted(id, address, state, failingSince);
  }
}
