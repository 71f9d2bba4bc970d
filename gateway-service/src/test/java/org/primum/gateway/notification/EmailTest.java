package org.primum.gateway.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.primum.gateway.evaluation.EvaluationEnded;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;

/** E-mail, sent to an SMTP server over a socket and read back there. */
@QuarkusTest
class EmailTest extends NotificationScene {

  /** Of each test's own, since mail of the one before may still be under way. */
  private final String email = UUID.randomUUID() + "@primum.example";

  @Inject Event<EvaluationEnded> ended;

  @Test
  void theResultComesInWordsAsTextAndAsHtml() throws IOException, MessagingException {
    String recipient =
        switchOn(null).statusCode(200).body("state", equalTo("on")).extract().path("id");

    String evaluation = complete("mail-end");

    MimeMessage message = next(email, 0);
    String id =
        owner()
            .get(API + "/deliveries")
            .jsonPath()
            .getString("find { it.evaluationId == '%s' }.id".formatted(evaluation));
    assertThat(message.getSubject()).isEqualTo("Complete: mail-end on mail-end 1.0.0");
    assertThat(message.getFrom()[0]).hasToString("Primum <primum@primum.example>");
    assertThat(message.getMessageID()).isEqualTo("<%s@primum>".formatted(id));
    assertThat(message.getHeader("List-Unsubscribe")[0])
        .startsWith("<https://primum.example/notifications/off/");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    assertThat(part(message, "text/plain"))
        .contains("100.0% (95% interval", "1 of 1 answers have a verdict (100.0%)")
        .contains("https://primum.example/evaluations/" + evaluation)
        .contains("Switch this e-mail off: https://primum.example/notifications/off/");
    assertThat(part(message, "text/html"))
        .contains("<h1>", "100.0% (95% interval")
        .contains("href=\"https://primum.example/evaluations/" + evaluation + "\"");
    awaitDelivery(id, "state", "delivered");
    assertThat(recipient).isNotNull();
  }

  @Test
  void hostileNamesDoNoHarm() throws IOException, MessagingException {
    switchOn("").statusCode(200);

    complete("mail-hostile", "mail-<script>alert(1)</script>\u202Egnp");

    MimeMessage message = next(email, 0);
    assertThat(message.getSubject())
        .startsWith("Complete: mail-<script>alert(1)</script>gnp on ")
        .doesNotContain("\u202E");
    assertThat(part(message, "text/html")).doesNotContain("<script", "\u202E");
    assertThat(part(message, "text/plain")).doesNotContain("\u202E");
  }

  @Test
  void anAddressThatNobodyHasVerifiedGetsACodeFirst() throws IOException, MessagingException {
    String other = "other@elsewhere.example";
    switchOn(other).statusCode(200).body("state", equalTo("unconfirmed"));
    Matcher code = Pattern.compile("\\b(\\d{8})\\b").matcher(part(next(other, 0), "text/plain"));
    assertThat(code.find()).isTrue();
    complete("mail-unconfirmed");
    confirm("00000000x").statusCode(422).body("errors[0].field", equalTo("code"));

    confirm(code.group(1)).statusCode(200).body("state", equalTo("on"));

    complete("mail-confirmed");
    assertThat(next(other, 1).getSubject()).contains("mail-confirmed");
    switchOff().statusCode(200).body("state", equalTo("off"));
    switchOn(other).statusCode(200).body("state", equalTo("on"));
  }

  @Test
  void aWrongCodeIsCounted() {
    switchOn("guessed@elsewhere.example").statusCode(200);

    for (int guess = 0; guess < Recipient.MOST_GUESSES; guess++) {
      confirm("wrong").statusCode(422);
    }

    confirm("wrong").statusCode(409).body("detail", containsString("Have a new one sent"));
  }

  @Test
  void theLinkInAnEmailSwitchesItOffWithoutSigningIn() throws IOException, MessagingException {
    String recipient = switchOn(null).statusCode(200).extract().path("id");
    test(recipient);
    String link = next(email, 0).getHeader("List-Unsubscribe")[0];
    String key = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);

    given()
        .contentType("application/json")
        .body(Map.of("key", key))
        .post(API + "/unsubscribe")
        .then()
        .statusCode(204);

    assertThat(owner().get(API).jsonPath().getString("email.state")).isEqualTo("off");
    given()
        .contentType("application/json")
        .body(Map.of("key", "guessed"))
        .post(API + "/unsubscribe")
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsNoAddressIsSaidAtItsField() {
    switchOn("a@example.org\r\nBcc: b@example.org")
        .statusCode(422)
        .body("errors[0].field", equalTo("address"));
  }

  @Test
  void theSettingsNameTheVerifiedAddressAndNothingIsOn() {
    JsonPath settings = owner(email).get(API).jsonPath();

    assertThat(settings.getBoolean("mailAvailable")).isTrue();
    assertThat(settings.getString("verifiedAddress")).isEqualTo(email);
    assertThat(settings.getMap("email")).isNull();
    assertThat(settings.getList("webhooks")).isEmpty();
  }

  /** Written in the transaction that ends the evaluation: without the one, not the other. */
  @Test
  void nobodyIsToldOfWhatWasRolledBack() throws IOException {
    switchOn(null).statusCode(200);
    String evaluation = complete("mail-rolled-back");
    EvaluationChanged summary =
        Json.read(
            caller("submitter").get("/api/v1/evaluations/" + evaluation).asString(),
            EvaluationChanged.class);
    int before = owner().get(API + "/deliveries").jsonPath().getList("").size();

    QuarkusTransaction.begin();
    ended.fire(new EvaluationEnded(summary, null, false));
    QuarkusTransaction.rollback();

    assertThat(before).isEqualTo(1);
    assertThat(owner().get(API + "/deliveries").jsonPath().getList("")).hasSize(before);
  }

  private ValidatableResponse switchOn(String address) {
    return owner(email)
        .body(address == null ? Map.of("on", true) : Map.of("address", address, "on", true))
        .put(API + "/email")
        .then();
  }

  private static ValidatableResponse switchOff() {
    return owner()
        .body(Map.of("address", "other@elsewhere.example", "on", false))
        .put(API + "/email")
        .then();
  }

  private static ValidatableResponse confirm(String code) {
    return owner().body(Map.of("code", code)).post(API + "/email/confirm").then();
  }

  private static MimeMessage next(String address, int before) {
    List<MimeMessage> received =
        await()
            .atMost(PATIENCE)
            .until(() -> MailServer.received(address), found -> found.size() > before);
    assertThat(received).hasSize(before + 1);
    return received.getLast();
  }

  private static String part(MimeMessage message, String type)
      throws IOException, MessagingException {
    Multipart parts = (Multipart) message.getContent();
    for (int place = 0; place < parts.getCount(); place++) {
      BodyPart part = parts.getBodyPart(place);
      if (part.isMimeType(type)) {
        return (String) part.getContent();
      }
    }
    throw new AssertionError("there is no part of the type " + type);
  }
}
