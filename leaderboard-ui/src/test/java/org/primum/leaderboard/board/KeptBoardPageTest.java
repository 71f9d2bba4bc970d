package org.primum.leaderboard.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.Samples;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationState;

/** The board that many read at once. */
@QuarkusTest
@TestProfile(KeptBoardPageTest.Long.class)
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class KeptBoardPageTest {

  /** Boards are kept for as long as the test takes. */
  public static class Long implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("primum.pages.keep-board", "1H");
    }
  }

  private final Evaluations evaluations;

  KeptBoardPageTest(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  @Test
  void isGivenOutAgainToWhoeverIsNotSignedIn() {
    String address = "/?search=kept";
    Response made = given().get(address);
    evaluations.take(
        Samples.evaluation("Kept model", "kept-group", EvaluationState.COMPLETE, 1, 1));

    Response again = given().header("Accept-Encoding", "gzip").get(address);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(again.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(again.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(again.asString()).isEqualTo(made.asString()).doesNotContain("Kept model");

    given()
        .header("If-None-Match", again.header("ETag"))
        .get(address)
        .then()
        .statusCode(304)
        .header("Content-Security-Policy", again.header("Content-Security-Policy"));
    assertThat(given().get("/?search=kept&page=1").asString()).contains("Kept model");
    assertThat(given().cookie("q_session", "some").get(address).asString()).contains("Kept model");
  }

  /** The first reader waits for it to be made, and on a bad network does not wait for all of it. */
  @Test
  void isPackedForItsFirstReaderToo() {
    Response packed = given().header("Accept-Encoding", "gzip").get("/?search=first+reader");

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(packed.asString()).contains("First, do no harm");
    given()
        .header("If-None-Match", packed.header("ETag"))
        .get("/?search=first+reader")
        .then()
        .statusCode(304);
  }
}
