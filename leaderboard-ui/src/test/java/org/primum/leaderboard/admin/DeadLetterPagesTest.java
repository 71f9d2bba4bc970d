package org.primum.leaderboard.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Json;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
@TestSecurity(user = "admin", roles = "admin")
class DeadLetterPagesTest {

  private static final String LETTERS = "/api/v1/dead-letters";
  private static final String PAGES = "/admin/dead-letters";

  private static final String IN_LIST =
      """
      {"id": %d, "routingKey": "answer.v1", "reason": "not a AnswerRecorded: <b>no taskId</b>",
       "receivedAt": "2026-11-24T10:00:00Z", "characters": 20, "state": "open"}
      """;

  @BeforeEach
  void theGatewayHasLetters() {
    FakeGateway.answers("GET " + LETTERS, 200, "[" + IN_LIST.formatted(7) + "]");
    tell(7, "open", "\"queue\": \"gateway.answers\"");
  }

  @Test
  void openOnesAreListedWithKindReasonAndTime() {
    assertThat(Forms.page(PAGES))
        .contains("Answer of a model", "not a AnswerRecorded: &lt;b&gt;no taskId&lt;/b&gt;")
        .contains("24 Nov 2026, 10:00 UTC", "href=\"/admin/dead-letters/7\"")
        .contains("href=\"/admin/dead-letters\" aria-current=\"page\">Open");
    assertThat(FakeGateway.query("GET " + LETTERS)).contains("state=open", "offset=0", "limit=51");
  }

  @Test
  void thoseDealtWithSayWhatWasDoneAndByWhom() {
    FakeGateway.answers(
        "GET " + LETTERS,
        200,
        """
        [{"id": 8, "routingKey": "strange", "reason": "came without a reason", "characters": 1,
          "receivedAt": "2026-11-24T10:00:00Z", "state": "discarded", "dealtWithBy": "<i>alice",
          "dealtWithAt": "2026-11-24T11:00:00Z", "discardReason": "a test by <i>us"},
         {"id": 6, "routingKey": "prompt.v1", "reason": "not a PromptIssued", "characters": 1,
          "receivedAt": "2026-11-24T09:00:00Z", "state": "retried", "dealtWithBy": "bob",
          "dealtWithAt": "2026-11-24T11:30:00Z"}]
        """);

    assertThat(Forms.page(PAGES + "?state=dealt-with"))
        .contains("Unknown message", "Discarded by &lt;i&gt;alice", "a test by &lt;i&gt;us")
        .contains("Prompt for a model", "Sent again by bob", "24 Nov 2026, 11:30 UTC");
    assertThat(FakeGateway.query("GET " + LETTERS)).contains("state=dealt-with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?state=dealt-with", "?page=2"})
  void noneIsSaidInWords(String which) {
    FakeGateway.answers("GET " + LETTERS, 200, "[]");

    assertThat(Forms.page(PAGES + which)).contains("class=\"empty\"").doesNotContain("<table");
  }

  @Test
  void manyAreOnSeveralPages() {
    FakeGateway.answers(
        "GET " + LETTERS,
        200,
        IntStream.range(100, 151)
            .mapToObj(IN_LIST::formatted)
            .collect(Collectors.joining(",", "[", "]")));

    String page = Forms.page(PAGES + "?page=2");

    assertThat(page)
        .contains("?state=open&amp;page=1", "?state=open&amp;page=3", PAGES + "/149")
        .doesNotContain(PAGES + "/150");
    assertThat(FakeGateway.query("GET " + LETTERS)).contains("offset=50");
  }

  @Test
  void anOpenOneSaysWhatItIsAndWhatARetryDoes() {
    assertThat(Forms.page(PAGES + "/7"))
        .contains("Answer of a model", "the runner", "the gateway, queue <code>gateway.answers")
        .contains("The content is not what the service takes.", "&lt;script&gt;alert(1)")
        .contains("The gateway gets the answer once more.", "Send again", "Discard")
        .doesNotContain("<script>alert", "are shown here", "Also ");
  }

  @Test
  void aLongContentIsShownInPart() {
    tell(9, "open", "\"queue\": \"q\"", "x".repeat(65_536) + "unseen");

    assertThat(Forms.page(PAGES + "/9"))
        .contains("65,542 characters", "Only the first 65,536 characters are shown")
        .doesNotContain("unseen");
  }

  @Test
  void aContentIsNotCutWithinACharacter() {
    tell(9, "open", "\"queue\": \"q\"", "x".repeat(65_535) + "🙂 unseen");

    assertThat(Forms.page(PAGES + "/9"))
        .contains("x</pre>")
        .doesNotContain("unseen", "�", "?</pre");
  }

  @Test
  void oneThatCannotBeSentAgainSaysWhyAndCanBeDiscarded() {
    tell(9, "open", "\"obstacle\": \"No service takes messages with this routing key.\"");

    assertThat(Forms.page(PAGES + "/9"))
        .contains("No service takes messages with this routing key.", "Discard")
        .doesNotContain("Send again</button>");
  }

  @Test
  void oneThatWasDealtWithHasNoForms() {
    tell(
        9,
        "discarded",
        "\"dealtWithBy\": \"alice\", \"dealtWithAt\": \"2026-11-24T11:00:00Z\","
            + " \"discardReason\": \"not <b>needed\", \"obstacle\": \"It was discarded already.\"");

    assertThat(Forms.page(PAGES + "/9"))
        .contains("Discarded by alice on 24 Nov 2026, 11:00 UTC", "not &lt;b&gt;needed")
        .doesNotContain("Send it again", "Discard it", "/discard");
  }

  @Test
  void retryingLeadsToTheList() {
    FakeGateway.answers("POST " + LETTERS + "/7/retry", 200, "{\"dealtWith\": 1, \"left\": 0}");

    Response redirect = Forms.send(PAGES + "/7", PAGES + "/7/retry", Map.of());

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(redirect.header("Location")).endsWith(PAGES + "?done=letter-retried");
    assertThat(FakeGateway.query("POST " + LETTERS + "/7/retry")).isEqualTo("alike=false");
    assertThat(Forms.page(PAGES + "?done=letter-retried")).contains("on its way again");
  }

  @Test
  void discardingSendsTheReason() {
    tell(7, "open", "\"queue\": \"gateway.answers\", \"alike\": 2");
    FakeGateway.answers("POST " + LETTERS + "/7/discard", 200, "{\"dealtWith\": 3, \"left\": 0}");

    assertThat(Forms.page(PAGES + "/7")).contains("Also discard the 2 others that are open");
    Response redirect =
        Forms.send(
            PAGES + "/7", PAGES + "/7/discard", Map.of("reason", "not needed", "alike", "true"));

    assertThat(redirect.header("Location")).endsWith(PAGES + "?done=letters-discarded");
    assertThat(FakeGateway.received("POST " + LETTERS + "/7/discard"))
        .isEqualTo("{\"reason\":\"not needed\"}");
    assertThat(FakeGateway.query("POST " + LETTERS + "/7/discard")).isEqualTo("alike=true");
  }

  @Test
  void discardingNeedsAReason() {
    FakeGateway.answers("POST " + LETTERS + "/7/discard", 500, "must not be asked");

    Response page = Forms.send(PAGES + "/7", PAGES + "/7/discard", Map.of("reason", " "));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.asString()).contains("id=\"reason-error\">Reason is needed.");
  }

  @Test
  void aRefusalKeepsTheReasonAndSaysWhy() {
    FakeGateway.answers(
        "POST " + LETTERS + "/7/discard",
        409,
        "{\"detail\": \"This message was retried already, and is dealt with once.\"}");

    Response page = Forms.send(PAGES + "/7", PAGES + "/7/discard", Map.of("reason", "my <words>"));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.asString())
        .contains("This message was retried already", "value=\"my &lt;words&gt;\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/retry", "/discard"})
  void aFormWithoutItsTokenIsRefused(String action) {
    assertThat(given().formParam("reason", "x").post(PAGES + "/7" + action).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/4711", "/no-number"})
  void oneThatIsNotThereIsAPageThatHelps(String letter) {
    assertThat(given().get(PAGES + letter).statusCode()).isEqualTo(404);
  }

  @Test
  @TestSecurity(user = "somebody", roles = "submitter")
  void othersAreKeptOut() {
    assertThat(given().get(PAGES + "/7").statusCode()).isEqualTo(403);
  }

  private static void tell(long id, String state, String more) {
    tell(id, state, more, "<script>alert(1)</script>");
  }

  private static void tell(long id, String state, String more, String body) {
    FakeGateway.answers(
        "GET " + LETTERS + "/" + id,
        200,
        """
        {"id": %d, "routingKey": "answer.v1", "reason": "not a AnswerRecorded: no taskId",
         "messageId": "m-1", "receivedAt": "2026-11-24T10:00:00Z", "characters": %d,
         "state": "%s", "body": %s, "json": false, "masked": false, %s}
        """
            .formatted(id, body.length(), state, Json.write(body), more));
  }
}
