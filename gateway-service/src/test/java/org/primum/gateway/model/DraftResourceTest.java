package org.primum.gateway.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.gateway.account.TestCallers;
import org.primum.localstack.testing.TestInfrastructure;

/** Submitting a model in steps. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class DraftResourceTest {

  private static final String KEY = "sk-drafted-77c1d0a3e9";
  private static final String OTHER_KEY = "sk-other-0d5e8b1f42";

  @Inject Session database;
  @Inject Drafts drafts;

  @Test
  void aModelIsSubmittedStepByStep() throws IOException {
    try (OneAnswerEndpoint endpoint = saying("Take it when you remember.")) {
      String draft = begin("stepwise", facts("stepwise"));

      change("stepwise", draft, where("stepwise", endpoint.baseUrl(), KEY))
          .statusCode(200)
          .body("state", equalTo("draft"))
          .body("keyKept", equalTo(true))
          .body("openWeights", equalTo(true))
          .body("billionParameters", equalTo(7.5f))
          .body("medicalTuning", equalTo(false))
          .body("family", equalTo("llama"))
          .body("lastTest", nullValue())
          .body(not(containsString(KEY)));
      test("stepwise", draft)
          .statusCode(200)
          .body("lastTest.answer", equalTo("Take it when you remember."))
          .body("lastTest.question", containsString("tablet"))
          .body("lastTest.latencyMillis", org.hamcrest.Matchers.greaterThanOrEqualTo(0))
          .body("lastTest.shortened", equalTo(false))
          .body(not(containsString(KEY)));
      accept("stepwise", draft).statusCode(200).body("state", equalTo("accepted"));

      assertThat(endpoint.authorizations()).containsExactly("Bearer " + KEY);
      caller("stepwise").get("/api/v1/models/" + draft).then().body("state", equalTo("accepted"));
      accept("stepwise", draft).statusCode(404);
    }
  }

  @Test
  void aDraftIsNobodyElses() throws IOException {
    try (OneAnswerEndpoint endpoint = OneAnswerEndpoint.healthy()) {
      String draft = begin("private-owner", facts("private"));
      change("private-owner", draft, where("private", endpoint.baseUrl(), KEY)).statusCode(200);

      for (RequestSpecification stranger :
          new RequestSpecification[] {caller("stranger"), administrator()}) {
        stranger.get("/api/v1/models/" + draft).then().statusCode(404);
      }
      administrator().get("/api/v1/models").then().body("id", not(hasItem(draft)));
      change("stranger", draft, where("private", endpoint.baseUrl(), KEY)).statusCode(404);
      test("stranger", draft).statusCode(404);
      accept("stranger", draft).statusCode(404);
      caller("stranger").delete("/api/v1/models/drafts/" + draft).then().statusCode(404);
      assertThat(endpoint.authorizations()).isEmpty();
    }
  }

  @Test
  void aDraftIsNotEvaluated() {
    String draft = begin("eager", facts("eager"));

    caller("eager")
        .contentType("application/json")
        .body(Map.of("modelId", draft))
        .post("/api/v1/evaluations")
        .then()
        .statusCode(409)
        .body("detail", containsString("is a draft"));
  }

  @Test
  void aModelIsAcceptedOnlyAsItWasTested() throws IOException {
    try (OneAnswerEndpoint endpoint = OneAnswerEndpoint.healthy()) {
      String draft = begin("changeable", facts("changeable"));
      test("changeable", draft).statusCode(409).body("detail", containsString("where the model"));
      change("changeable", draft, where("changeable", endpoint.baseUrl(), KEY)).statusCode(200);
      accept("changeable", draft).statusCode(409).body("detail", containsString("Test it"));
      test("changeable", draft).statusCode(200);

      Map<String, Object> other = where("changeable", endpoint.baseUrl(), null);
      other.put("modelName", "another model");
      change("changeable", draft, other).statusCode(200).body("keyKept", equalTo(true));

      accept("changeable", draft).statusCode(409);
    }
  }

  @Test
  void aKeyStaysWithItsHost() throws IOException {
    try (OneAnswerEndpoint endpoint = OneAnswerEndpoint.healthy()) {
      String draft = begin("keyed", facts("keyed"));
      change("keyed", draft, where("keyed", endpoint.baseUrl(), KEY)).statusCode(200);

      change("keyed", draft, where("keyed", endpoint.baseUrl() + "/more", null))
          .body("keyKept", equalTo(true));
      change(
              "keyed",
              draft,
              where("keyed", endpoint.baseUrl().replace("localhost", "127.0.0.1"), null))
          .body("keyKept", equalTo(false));
      test("keyed", draft).statusCode(200);
      change("keyed", draft, where("keyed", endpoint.baseUrl(), OTHER_KEY))
          .body("keyKept", equalTo(true));
      change("keyed", draft, where("keyed", endpoint.baseUrl(), ""))
          .body("keyKept", equalTo(false));

      assertThat(endpoint.authorizations()).containsExactly("null");
    }
  }

  @Test
  void aTestThatFailsSaysWhyAndWhere() throws IOException {
    try (OneAnswerEndpoint endpoint =
        new OneAnswerEndpoint(
            401, "application/json", "{\"error\": {\"message\": \"wrong: " + KEY + "\"}}")) {
      String draft = begin("refused", facts("refused"));
      change("refused", draft, where("refused", endpoint.baseUrl(), KEY)).statusCode(200);

      test("refused", draft)
          .statusCode(422)
          .body("errors[0].field", equalTo("apiKey"))
          .body("detail", containsString("The test request failed. The endpoint refused the key"))
          .body(not(containsString(KEY)));
    }
  }

  @Test
  void whatAnEndpointSaysIsBounded() throws IOException {
    try (OneAnswerEndpoint endpoint = saying("<script>😀" + "a".repeat(5_000))) {
      String draft = begin("talkative", facts("talkative"));
      change("talkative", draft, where("talkative", endpoint.baseUrl(), null)).statusCode(200);

      String answer =
          test("talkative", draft)
              .statusCode(200)
              .body("lastTest.shortened", equalTo(true))
              .extract()
              .path("lastTest.answer");

      assertThat(answer).startsWith("<script>😀aaa");
      assertThat(answer.codePointCount(0, answer.length())).isEqualTo(1_000);
    }
  }

  @Test
  void anEndpointThatRepeatsTheKeyDoesNotShowIt() throws IOException {
    try (OneAnswerEndpoint endpoint = saying("Your key is " + KEY)) {
      String draft = begin("echoed", facts("echoed"));
      change("echoed", draft, where("echoed", endpoint.baseUrl(), KEY)).statusCode(200);

      test("echoed", draft)
          .statusCode(200)
          .body("lastTest.answer", containsString("Your key is"))
          .body(not(containsString(KEY)));
    }
  }

  @Test
  void testsAreNotForScanning() throws IOException {
    try (OneAnswerEndpoint endpoint = OneAnswerEndpoint.healthy()) {
      String draft = begin("impatient", facts("impatient"));
      change("impatient", draft, where("impatient", endpoint.baseUrl(), null)).statusCode(200);
      for (int test = 0; test < TestAllowance.MOST; test++) {
        test("impatient", draft).statusCode(200);
      }

      test("impatient", draft).statusCode(429).body("detail", containsString("Wait some minutes"));

      assertThat(endpoint.authorizations()).hasSize(TestAllowance.MOST);
    }
  }

  @Test
  void aNameIsTakenByADraftToo() {
    begin("doubled", facts("doubled"));
    String other = begin("doubled", facts("undoubled"));

    caller("doubled")
        .contentType("application/json")
        .body(facts("doubled"))
        .post("/api/v1/models/drafts")
        .then()
        .statusCode(409)
        .body("detail", containsString("Go on with that draft"));
    change("doubled", other, facts("doubled")).statusCode(409);
    change("doubled", other, facts("undoubled")).statusCode(200);
  }

  @Test
  void draftsAreNotHoarded() {
    for (int number = 0; number < Drafts.MOST; number++) {
      begin("hoarder", facts("hoarded " + number));
    }

    caller("hoarder")
        .contentType("application/json")
        .body(facts("one more"))
        .post("/api/v1/models/drafts")
        .then()
        .statusCode(409)
        .body("detail", containsString("Finish or delete"));
  }

  @Test
  void aDeletedDraftLeavesNoKey() {
    String draft = begin("deleting", where("deleting", "http://localhost:1/v1", KEY));
    assertThat(keys(draft)).isEqualTo(1L);

    caller("deleting").delete("/api/v1/models/drafts/" + draft).then().statusCode(204);

    caller("deleting").get("/api/v1/models").then().body("", hasSize(0));
    assertThat(keys(draft)).isZero();
  }

  @Test
  void aForgottenDraftIsDeletedWithItsKey() {
    String old = begin("forgetful", where("forgotten", "http://localhost:1/v1", KEY));
    String young = begin("forgetful", facts("remembered"));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeMutationQuery(
                        "update model set created_at = created_at - interval '31 days'"
                            + " where id = cast(?1 as uuid)")
                    .setParameter(1, old)
                    .executeUpdate());

    assertThat(drafts.deleteForgotten()).isEqualTo(1);

    caller("forgetful").get("/api/v1/models").then().body("id", equalTo(java.util.List.of(young)));
    assertThat(keys(old)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://user:key@host.example/v1",
        "https://host.example/v1?key=1",
        "https://host.example/v1/messages",
        "http://host.example/api/chat",
        "file:///etc/passwd"
      })
  void anAddressIsCheckedInADraftToo(String address) {
    caller("hostile")
        .contentType("application/json")
        .body(where("hostile", address, KEY))
        .post("/api/v1/models/drafts")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("baseUrl"));
  }

  @Test
  void whatIsSaidOfAModelHasBounds() {
    Map<String, Object> model = facts("bounds");
    model.put("billionParameters", 0);
    model.put("provider", "carrier-pigeon");

    caller("bounds")
        .contentType("application/json")
        .body(model)
        .post("/api/v1/models/drafts")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(java.util.List.of("billionParameters", "provider")));
  }

  private long keys(String endpoint) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select count(*) from credential where endpoint_id = cast(?1 as uuid)",
                        Long.class)
                    .setParameter(1, endpoint)
                    .getSingleResult());
  }

  private static String begin(String owner, Map<String, Object> body) {
    return caller(owner)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/models/drafts")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse change(String owner, String draft, Map<String, Object> body) {
    return caller(owner)
        .contentType("application/json")
        .body(body)
        .put("/api/v1/models/drafts/" + draft)
        .then();
  }

  private static ValidatableResponse test(String owner, String draft) {
    return caller(owner).post("/api/v1/models/drafts/" + draft + "/test").then();
  }

  private static ValidatableResponse accept(String owner, String draft) {
    return caller(owner).post("/api/v1/models/drafts/" + draft + "/accept").then();
  }

  private static Map<String, Object> facts(String name) {
    Map<String, Object> model = new HashMap<>();
    model.put("name", name);
    model.put("organization", "Tests");
    model.put("family", "llama");
    model.put("openWeights", true);
    model.put("billionParameters", 7.5);
    model.put("medicalTuning", false);
    return model;
  }

  private static Map<String, Object> where(String name, String baseUrl, String key) {
    Map<String, Object> model = facts(name);
    model.put("provider", "openai");
    model.put("baseUrl", baseUrl);
    model.put("modelName", "model");
    model.put("apiKey", key);
    return model;
  }

  private static OneAnswerEndpoint saying(String answer) throws IOException {
    return new OneAnswerEndpoint(
        200, "application/json", OneAnswerEndpoint.ANSWER.replace("ready", answer));
  }

  private static RequestSpecification caller(String owner) {
    return given().header(TestCallers.HEADER, owner + "/submitter");
  }

  private static RequestSpecification administrator() {
    return given().header(TestCallers.HEADER, "somebody/admin");
  }
}
