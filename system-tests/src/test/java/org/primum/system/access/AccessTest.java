package org.primum.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.localstack.starter.GatewayApi;
import org.primum.protocol.Json;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;
import org.primum.system.stack.Web;

/** Who is refused, with real tokens; the gateway's own test has every call and every role. */
@ExtendWith(RunningStack.class)
class AccessTest {

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/v1/models,     ,          401",
    "POST, /api/v1/models,     ,          401",
    "POST, /api/v1/models,     reviewer,  403",
    "GET,  /api/v1/judges,     submitter, 403",
    "GET,  /api/v1/judges,     reviewer,  403",
    "GET,  /api/v1/judges,     admin,     200",
    "GET,  /api/v1/dead-letters, submitter, 403",
    "GET,  /api/v1/internal/judging-protocols/x, admin, 403",
    "GET,  /api/v1/leaderboard, ,         200",
  })
  void theApiRefuses(String method, String path, String user, int status, Stacks stacks) {
    Stack stack = stacks.embedded();
    String token = user == null ? null : stack.signIn(user).token();

    HttpResponse<String> response =
        Web.send(
            method, stack.url(Part.GATEWAY) + path, token, method.equals("POST") ? "{}" : null);

    assertThat(response.statusCode()).isEqualTo(status);
    if (status >= 400) {
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
      assertThat(Json.read(response.body(), JsonNode.class).path("detail").asText())
          .hasSizeGreaterThan(10);
    }
  }

  @Test
  void aForgedTokenIsRefused(Stacks stacks) {
    Stack stack = stacks.embedded();
    String token = stack.signIn("admin").token();
    String forged = token.substring(0, token.length() - 6) + "AAAAAA";

    HttpResponse<String> response =
        Web.send("GET", stack.url(Part.GATEWAY) + "/api/v1/judges", forged, null);

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void anotherOwnersModelAndEvaluationAreRefused(Stacks stacks) {
    Stack stack = stacks.embedded();
    JsonNode model = stack.signIn("submitter").get("/api/v1/models").path(0);
    String id = model.path("id").asText();
    String evaluation =
        stack
            .signIn("submitter")
            .get("/api/v1/models/" + id + "/evaluations")
            .path(0)
            .path("id")
            .asText();
    String other = stack.signIn("submitter2").token();
    String api = stack.url(Part.GATEWAY) + "/api/v1";

    assertThat(Web.send("GET", api + "/models/" + id, other, null).statusCode()).isEqualTo(404);
    assertThat(
            Web.send("POST", api + "/evaluations", other, "{\"modelId\": \"" + id + "\"}")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            Web.send("POST", api + "/evaluations/" + evaluation + "/cancel", other, "")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            Web.send("GET", api + "/evaluations/" + evaluation + "/records", other, null)
                .statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/submit",
        "/mine",
        "/admin/benchmarks",
        "/admin/benchmarks/primum-starter/1.1.0",
        "/admin/judges",
        "/admin/dead-letters"
      })
  void aSignedOutVisitorIsLedToTheSignIn(String page, Stacks stacks) {
    Stack stack = stacks.embedded();

    HttpResponse<String> response = Web.get(stack.url(Part.UI) + page);

    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location"))
        .hasValueSatisfying(
            location ->
                assertThat(location)
                    .startsWith(stack.url(Part.KEYCLOAK))
                    .contains("code_challenge_method=S256"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/about"})
  void everyPageHasAStrictPolicy(String page, Stacks stacks) {
    HttpResponse<String> response = Web.get(stacks.embedded().url(Part.UI) + page);

    assertThat(response.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void theItemsOfAPrivateBenchmarkAreHidden(Stacks stacks) {
    Stack stack = stacks.embedded();
    String evaluation = privateEvaluation(stack);
    String page = stack.url(Part.UI) + "/evaluations/" + evaluation;

    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(Web.get(page).body())
                    .contains("The items of this benchmark are private")
                    .doesNotContain("A private prompt"));
    String task =
        Json.read(
                stack
                    .signIn("admin")
                    .text("/api/v1/evaluations/" + evaluation + "/records")
                    .strip(),
                JsonNode.class)
            .findPath("task")
            .asText();
    HttpResponse<String> item = Web.get(page + "/items/" + task);
    assertThat(item.body()).doesNotContain("A private prompt");
    assertThat(item.statusCode()).isNotEqualTo(200);
  }

  private static String privateEvaluation(Stack stack) {
    GatewayApi administrator = stack.signIn("admin");
    GatewayApi submitter = stack.signIn("submitter");
    administrator.upload(
        "/api/v1/benchmarks/private/versions",
        Map.of(
            "version",
            "1.0.0",
            "format",
            "patientsafetybench",
            "judges",
            "simulated-judge",
            "private",
            "true"),
        "private.jsonl",
        "{\"id\": 1, \"category\": 1, \"content\": \"A private prompt: may I?\"}"
            .getBytes(StandardCharsets.UTF_8));
    administrator.post("/api/v1/benchmarks/private/versions/1.0.0/publish", Map.of());
    String model = submitter.get("/api/v1/models").path(0).path("id").asText();
    String evaluation =
        submitter
            .post(
                "/api/v1/evaluations",
                Map.of("modelId", model, "benchmark", "private", "version", "1.0.0"))
            .path("id")
            .asText();
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                submitter
                    .get("/api/v1/evaluations/" + evaluation)
                    .path("state")
                    .asText()
                    .equals("complete"));
    return evaluation;
  }
}
