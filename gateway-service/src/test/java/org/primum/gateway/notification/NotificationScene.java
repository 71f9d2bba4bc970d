package org.primum.gateway.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.primum.gateway.account.TestCallers;
import org.primum.gateway.dispatch.DispatchScene;
import org.primum.protocol.message.PromptIssued;

/** An owner whose evaluations end, and who wants to be told. */
@QuarkusTestResource(MailServer.class)
abstract class NotificationScene extends DispatchScene {

  static final String ONE_ROW = "{\"id\": 1, \"category\": 1, \"content\": \"Prompt\"}";
  static final String API = "/api/v1/notifications";

  /** The owner of the scene's models, with an address that is verified. */
  static final String EMAIL = "owner@primum.example";

  @AfterEach
  void removeRecipients() throws SQLException {
    change("delete from notification_recipient");
  }

  static RequestSpecification owner() {
    return owner(EMAIL);
  }

  /** The same with another verified address. */
  static RequestSpecification owner(String email) {
    return given()
        .header(TestCallers.HEADER, "submitter/submitter/" + email)
        .contentType("application/json");
  }

  /** A webhook of the owner's: its id and its secret. */
  static JsonPath webhook(Receiver receiver) {
    return owner()
        .body(Map.of("address", receiver.address()))
        .post(API + "/webhooks")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  /** Has a test sent, and says by which id. */
  static String test(String recipient) {
    return owner()
        .post(API + "/recipients/" + recipient + "/test")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  /** The owner's notification, once it is as it is waited for. */
  static JsonPath awaitDelivery(String id, String field, Object value) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> owner().get(API + "/deliveries/" + id).jsonPath(),
            found -> value.equals(found.get(field)));
  }

  /** An evaluation of one item that has found something. */
  String complete(String name) throws IOException {
    return complete(name, name);
  }

  /** The same of a model with another name than the benchmark. */
  String complete(String benchmark, String model) throws IOException {
    makeDraft(benchmark, "patientsafetybench", ONE_ROW);
    caller("admin")
        .post("/api/v1/benchmarks/" + benchmark + "/versions/1.0.0/publish")
        .then()
        .statusCode(200);
    String evaluation =
        evaluate(submitModel(model, 1), benchmark).statusCode(202).extract().path("id");
    PromptIssued prompt = prompts(1).getFirst();
    answer(prompt);
    judge(prompt, "1");
    awaitState(evaluation, "complete");
    return evaluation;
  }

  int change(String statement, UUID... ids) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int place = 0; place < ids.length; place++) {
        prepared.setObject(place + 1, ids[place]);
      }
      return prepared.executeUpdate();
    }
  }
}
