package org.primum.gateway.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.primum.gateway.account.TestCallers;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class ModelResourceTest {

  private static final String KEY = "sk-recognisable-5b1e0f7c2d";

  @Inject Session database;

  @Test
  void aModelIsAcceptedAndItsKeyIsSealed() throws IOException {
    try (OneAnswerEndpoint endpoint = OneAnswerEndpoint.healthy()) {
      submit(model("sealed", endpoint.baseUrl()))
          .statusCode(201)
          .body("name", equalTo("sealed"))
          .body(not(containsString(KEY)));

      assertThat(endpoint.authorizations()).containsExactly("Bearer " + KEY);
      caller("submitter").get("/api/v1/models").then().body(not(containsString(KEY)));
      assertThat(sealedCredentials())
          .isNotEmpty()
          .noneMatch(text -> text.contains(KEY))
          .noneMatch(text -> text.contains("recognisable"));
    }
  }

  @Test
  void onlyItsOwnerAndAdministratorsSeeAModel() throws IOException {
    try (OneAnswerEndpoint endpoint = OneAnswerEndpoint.healthy()) {
      String id = submit(model("owned", endpoint.baseUrl())).extract().path("id");

      caller("submitter").get("/api/v1/models/" + id).then().statusCode(200);
      given()
          .header(TestCallers.HEADER, "somebody-else/submitter")
          .get("/api/v1/models/" + id)
          .then()
          .statusCode(404)
          .body("detail", equalTo("There is no such model among yours."));
      caller("admin").get("/api/v1/models/" + id).then().statusCode(200);
    }
  }

  @Test
  void aNameIsTakenOnce() throws IOException {
    try (OneAnswerEndpoint endpoint = OneAnswerEndpoint.healthy()) {
      submit(model("twice", endpoint.baseUrl())).statusCode(201);

      submit(model("twice", endpoint.baseUrl()))
          .statusCode(409)
          .body("detail", containsString("Choose another name"));
    }
  }

  @Test
  void aWrongKeyIsNamed() throws IOException {
    try (OneAnswerEndpoint endpoint =
        new OneAnswerEndpoint(
            401,
            "application/json",
            "{\"error\": {\"message\": \"Incorrect API key provided: " + KEY + "\"}}")) {
      submit(model("wrong-key", endpoint.baseUrl()))
          .statusCode(422)
          .body("errors[0].field", equalTo("apiKey"))
          .body("detail", containsString("key"))
          .body(not(containsString(KEY)));
    }
  }

  @Test
  void anUnknownModelIsNamed() throws IOException {
    try (OneAnswerEndpoint endpoint =
        new OneAnswerEndpoint(
            404, "application/json", "{\"error\": {\"message\": \"no such model\"}}")) {
      submit(model("unknown", endpoint.baseUrl()))
          .statusCode(422)
          .body("errors[0].field", equalTo("modelName"))
          .body("detail", containsString("Check the model name"));
    }
  }

  @Test
  void aWebPageIsNamed() throws IOException {
    try (OneAnswerEndpoint endpoint =
        new OneAnswerEndpoint(200, "text/html", "<html><body>Welcome</body></html>")) {
      submit(model("page", endpoint.baseUrl()))
          .statusCode(422)
          .body("errors[0].field", equalTo("baseUrl"))
          .body("detail", containsString("A web page came back instead of JSON"));
    }
  }

  @Test
  void anEndpointThatIsDownIsNamed() {
    submit(model("down", "http://localhost:1/v1"))
        .statusCode(422)
        .body("errors[0].field", equalTo("baseUrl"))
        .body("detail", containsString("refused the connection"));
  }

  @Test
  void whatIsMissingIsNamedFieldByField() {
    submit(Map.of("provider", "carrier-pigeon", "maxConcurrency", 0))
        .statusCode(400)
        .body("detail", containsString("name"))
        .body("errors.field", org.hamcrest.Matchers.hasItems("name", "organization", "baseUrl"));
  }

  @Test
  void controlCharactersAreRefused() {
    Map<String, Object> model = model("nul \0 in the name", "http://localhost:1/v1");

    submit(model).statusCode(400).body("errors[0].field", equalTo("name"));
  }

  @Test
  void aBodyThatIsNotJsonIsRefused() {
    caller("submitter")
        .contentType("application/json")
        .body("{\"name\": ")
        .post("/api/v1/models")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  private List<String> sealedCredentials() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery("select sealed from credential", String.class)
                    .getResultList());
  }

  private static ValidatableResponse submit(Map<String, Object> model) {
    return caller("submitter")
        .contentType("application/json")
        .body(model)
        .post("/api/v1/models")
        .then();
  }

  private static Map<String, Object> model(String name, String baseUrl) {
    Map<String, Object> model = new TreeMap<>();
    model.put("name", name);
    model.put("organization", "Tests");
    model.put("provider", "openai");
    model.put("baseUrl", baseUrl);
    model.put("modelName", "model");
    model.put("apiKey", KEY);
    return model;
  }

  private static RequestSpecification caller(String role) {
    return given().header(TestCallers.HEADER, role + "/" + role);
  }
}
