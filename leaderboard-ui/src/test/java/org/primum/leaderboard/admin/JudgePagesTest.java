package org.primum.leaderboard.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "admin", roles = "admin")
class JudgePagesTest {

  private static final String KEY = "sk-recognisable-0815";

  @BeforeEach
  void theGatewayHasJudges() {
    Versions.tell();
  }

  @Test
  void judgesAreListedWithRevisionAndReplies() {
    assertThat(Forms.page("/admin/judges"))
        .contains("judge-a", "revision 2026-05", "json-schema", "family a", "Add a judge");
  }

  @Test
  void aKnownJudgeIsChangedWithoutItsKey() {
    assertThat(Forms.page("/admin/judges/judge-a"))
        .contains("Change judge-a", "value=\"https://judges.example.org/v1\"", "value=\"2026-05\"")
        .contains("<option value=\"json-schema\" selected>")
        .containsPattern("name=\"apiKey\" type=\"password\" value=\"\"");
  }

  @Test
  void aJudgeIsSentWithRevisionAndReplies() {
    FakeGateway.answers(
        "PUT /api/v1/judges/judge-c", 200, "{\"name\": \"judge-c\", \"maxConcurrency\": 4}");

    Response redirect =
        Forms.send(
            "/admin/judges",
            "/admin/judges",
            Map.of(
                "name", "judge-c",
                "provider", "openai",
                "baseUrl", "https://c.example.org/v1",
                "modelName", "c",
                "revision", "r7",
                "replies", "json-object",
                "maxConcurrency", "4"));

    assertThat(redirect.header("Location")).endsWith("/admin/judges?done=judge-saved");
    assertThat(FakeGateway.received("PUT /api/v1/judges/judge-c"))
        .contains("\"revision\":\"r7\"", "\"replies\":\"json-object\"");
  }

  @Test
  void aRefusedChangeKeepsTheInputButNeverTheKey() {
    FakeGateway.answers(
        "PUT /api/v1/judges/judge-a",
        422,
        """
        {"detail": "The judge was not saved.",
         "errors": [{"field": "replies", "message": "must be text, json-object or json-schema"}]}
        """);

    Response page =
        Forms.send(
            "/admin/judges/judge-a",
            "/admin/judges",
            Map.of("name", "judge-a", "known", "true", "revision", "r8", "apiKey", KEY));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString())
        .contains("Change judge-a", "value=\"r8\"", "Replies must be text, json-object or")
        .doesNotContain(KEY);
  }

  @Test
  void aJudgeThatIsNotThereIsAPageThatHelps() {
    assertThat(given().get("/admin/judges/nobody").statusCode()).isEqualTo(404);
  }
}
