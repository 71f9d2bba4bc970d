package org.primum.gateway.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.gateway.account.TestCallers;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.testing.DatabaseClient;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.messaging.Topology;

/** Dead letters from the broker to the administrator and back. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class DeadLetterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LETTERS = "/api/v1/dead-letters";
  private static final String KEY = "prompt.v1";
  private static final String QUEUE = "runner.prompts";

  /** Nothing else in the database has it. */
  private final String mark = UUID.randomUUID().toString();

  @Inject AgroalDataSource source;
  BrokerAddress broker;
  private Connection connection;
  private Channel channel;

  @BeforeEach
  void connect() throws IOException, TimeoutException {
    connection = broker.connect();
    channel = connection.createChannel();
  }

  @AfterEach
  void close() {
    connection.abort();
  }

  @Test
  void anOpenOneIsListedWithoutItsContentAndShownWithIt() throws IOException {
    long id = setAside(KEY, "{\"mark\":\"" + mark + "\"}", "not a PromptIssued: no taskId");

    admin()
        .get(LETTERS)
        .then()
        .statusCode(200)
        .body("[0].id", equalTo((int) id))
        .body("[0].routingKey", equalTo(KEY))
        .body("[0].state", equalTo("open"))
        .body("[0].body", nullValue());
    letter(id)
        .body("reason", equalTo("not a PromptIssued: no taskId"))
        .body("queue", equalTo(QUEUE))
        .body("body", equalTo("{\n  \"mark\" : \"" + mark + "\"\n}"))
        .body("json", equalTo(true))
        .body("obstacle", nullValue());
  }

  @Test
  void aRetriedOneArrivesInItsQueueAsItCame() throws IOException {
    String body = "{ \"mark\":\"" + mark + "\",  no JSON at all";
    long id = setAside(KEY, body, "not a PromptIssued: malformed");
    String before = (String) letter(id).extract().path("messageId");

    retry(id).statusCode(200).body("dealtWith", equalTo(1));

    GetResponse arrived = await().atMost(PATIENCE).until(this::nextPrompt, found -> found != null);
    assertThat(new String(arrived.getBody(), StandardCharsets.UTF_8)).isEqualTo(body);
    assertThat(arrived.getProps().getMessageId()).isNotNull().isNotEqualTo(before);
    letter(id)
        .body("state", equalTo("retried"))
        .body("dealtWithBy", equalTo("admin"))
        .body("obstacle", containsString("retried already"));
    admin().get(LETTERS).then().body("id", not(hasItem((int) id)));
    admin()
        .get(LETTERS + "?state=dealt-with&limit=1")
        .then()
        .body("id", equalTo(List.of((int) id)));
    assertThat(audited("retry-dead-letter", id)).isOne();
  }

  @Test
  void aDiscardedOneKeepsWhyAndByWhom() throws IOException {
    long id = setAside(KEY, mark, "IllegalStateException: broken");

    discard(id, " nobody waits for it ").statusCode(200).body("dealtWith", equalTo(1));

    letter(id)
        .body("state", equalTo("discarded"))
        .body("discardReason", equalTo("nobody waits for it"))
        .body("dealtWithBy", equalTo("admin"))
        .body("body", equalTo(mark));
    assertThat(audited("discard-dead-letter", id)).isOne();
  }

  @Test
  void oneIsDealtWithOnce() throws IOException {
    long retried = setAside(KEY, mark + " first", "IllegalStateException: broken");
    long discarded = setAside(KEY, mark + " second", "IllegalStateException: broken");
    retry(retried).statusCode(200);
    discard(discarded, "not needed").statusCode(200);

    retry(retried).statusCode(409).body("detail", containsString("retried already"));
    discard(retried, "not needed").statusCode(409);
    retry(discarded).statusCode(409).body("detail", containsString("discarded already"));
    discard(discarded, "again").statusCode(409);
    assertThat(audited("retry-dead-letter", retried)).isOne();
    letter(discarded).body("discardReason", equalTo("not needed"));
  }

  @Test
  void manyWhoRetryItAtOnceSendItOnce() throws IOException, InterruptedException {
    long id = setAside(KEY, mark, "IllegalStateException: broken");
    List<Integer> answers = new ArrayList<>();

    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> calls =
          IntStream.range(0, 8)
              .mapToObj(caller -> crowd.submit(() -> retry(id).extract().statusCode()))
              .toList();
      for (Future<Integer> call : calls) {
        answers.add(call.get());
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed);
    }

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
    await().atMost(PATIENCE).until(this::nextPrompt, found -> found != null);
    await()
        .atMost(PATIENCE)
        .until(() -> database().query("select count(*) from outbox"), "0"::equals);
    assertThat(nextPrompt()).isNull();
  }

  @Test
  void oneNobodyTakesIsLookedAtAndDiscarded() throws IOException {
    long id = setAside("strange.<b>key", "<script>" + mark, "not known");

    letter(id)
        .body("routingKey", equalTo("strange.<b>key"))
        .body("queue", nullValue())
        .body("obstacle", containsString("No service takes messages with this routing key"));
    retry(id).statusCode(409).body("detail", containsString("No service takes messages"));
    discard(id, "somebody tried something").statusCode(200);
  }

  @Test
  void whatIsNoTextCannotBeSentAgain() throws IOException {
    byte[] body = (mark + "??").getBytes(StandardCharsets.UTF_8);
    body[body.length - 1] = (byte) 0xff;
    body[body.length - 2] = 0;
    publish(KEY, body, Map.of("reason", "not a PromptIssued: no text"));
    long id = awaitLetter();

    retry(id).statusCode(409).body("detail", containsString("not kept as it came"));
  }

  @Test
  void aLongOneIsKeptWhole() throws IOException {
    String body = mark + "x".repeat(1_500_000);
    long id = setAside(KEY, body, "not a PromptIssued: too long");

    letter(id).body("characters", equalTo(body.length())).body("body", equalTo(body));
    retry(id).statusCode(200);
    GetResponse arrived = await().atMost(PATIENCE).until(this::nextPrompt, found -> found != null);
    assertThat(arrived.getBody()).hasSize(body.length());
  }

  @Test
  void openOnesOfTheSameKindCanBeDealtWithTogether() throws IOException {
    String reason = "Alike" + mark.substring(0, 8);
    long first = setAside(KEY, mark + " 1", reason + ": one thing");
    long second = setAside(KEY, mark + " 2", reason + ": another");
    long elsewhere = setAside("answer.v1", mark + " 3", reason + ": one thing");
    long otherwise = setAside(KEY, mark + " 4", "Otherwise: one thing");
    letter(first).body("alike", equalTo(1));

    admin()
        .contentType("application/json")
        .body(Map.of("reason", "all of them"))
        .post(LETTERS + "/" + first + "/discard?alike=true")
        .then()
        .statusCode(200)
        .body("dealtWith", equalTo(2))
        .body("left", equalTo(0));

    letter(second)
        .body("state", equalTo("discarded"))
        .body("discardReason", equalTo("all of them"));
    letter(elsewhere).body("state", equalTo("open"));
    letter(otherwise).body("state", equalTo("open"));
    assertThat(audited("discard-dead-letter", second)).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"reason\": \"  \"}",
        "{\"reason\": \"a\\u0000b\"}",
        "{\"reason\": []}"
      })
  void discardingNeedsAReason(String sent) throws IOException {
    long id = setAside(KEY, mark, "IllegalStateException: broken");

    admin()
        .contentType("application/json")
        .body(sent)
        .post(LETTERS + "/" + id + "/discard")
        .then()
        .statusCode(400);

    letter(id).body("state", equalTo("open"));
  }

  @Test
  void aReasonMayHaveFiveHundredCharacters() throws IOException {
    long id = setAside(KEY, mark, "IllegalStateException: broken");

    discard(id, "x".repeat(501)).statusCode(400).body("errors.field", equalTo(List.of("reason")));
    discard(id, "x".repeat(500)).statusCode(200);
  }

  @Test
  void oneThatIsNotThereAndAStateThatIsNoneAreRefused() {
    admin().get(LETTERS + "/999999999").then().statusCode(404);
    retry(999_999_999).statusCode(404);
    discard(999_999_999, "why").statusCode(404);
    admin().get(LETTERS + "?state=lost").then().statusCode(400);
  }

  @Test
  void theListIsPaged() throws IOException {
    long older = setAside(KEY, mark + " 1", "IllegalStateException: broken");
    long newer = setAside(KEY, mark + " 2", "IllegalStateException: broken");

    admin().get(LETTERS + "?limit=1").then().body("id", equalTo(List.of((int) newer)));
    admin().get(LETTERS + "?limit=1&offset=1").then().body("id", equalTo(List.of((int) older)));
    admin().get(LETTERS + "?offset=1000000").then().body("", hasSize(0));
  }

  /** An embedded broker counts no deliveries. */
  @Test
  void oneTheBrokerSetAsideSaysSoInPlainWords() throws IOException {
    Assumptions.assumeThat(connection.getServerProperties().get("product")).hasToString("RabbitMQ");
    channel.basicPublish(Topology.EXCHANGE, KEY, null, mark.getBytes(StandardCharsets.UTF_8));

    AtomicInteger deliveries = new AtomicInteger();
    long id =
        await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  GetResponse taken = channel.basicGet(QUEUE, false);
                  if (taken != null) {
                    deliveries.incrementAndGet();
                    channel.basicNack(taken.getEnvelope().getDeliveryTag(), false, true);
                  }
                  return found();
                },
                found -> found != 0);

    letter(id)
        .body("routingKey", equalTo(KEY))
        .body(
            "reason",
            equalTo("handed to %s consumers, none of whom finished it".formatted(deliveries)));
  }

  private long setAside(String key, String body, String reason) throws IOException {
    long newest = found();
    publish(key, body.getBytes(StandardCharsets.UTF_8), Map.of("reason", reason));
    return await().atMost(PATIENCE).until(this::found, found -> found != newest);
  }

  private void publish(String key, byte[] body, Map<String, Object> headers) throws IOException {
    channel.basicPublish(
        Topology.DEAD_LETTER_EXCHANGE,
        key,
        new AMQP.BasicProperties.Builder()
            .messageId(UUID.randomUUID().toString())
            .headers(headers)
            .build(),
        body);
  }

  private long awaitLetter() {
    return await().atMost(PATIENCE).until(this::found, found -> found != 0);
  }

  /** The newest letter of this test, 0 before there is one. */
  private long found() {
    return Long.parseLong(
        database()
            .query("select coalesce(max(id), 0) from dead_letter where strpos(body, ?) > 0", mark));
  }

  /** The next prompt of this test; those of others are thrown away. */
  private GetResponse nextPrompt() throws IOException {
    GetResponse next = channel.basicGet(QUEUE, true);
    while (next != null && !new String(next.getBody(), StandardCharsets.UTF_8).contains(mark)) {
      next = channel.basicGet(QUEUE, true);
    }
    return next;
  }

  private int audited(String action, long id) {
    return Integer.parseInt(
        database()
            .query(
                "select count(*) from audit_log where who = 'admin' and action = ? and subject = ?",
                action,
                Long.toString(id)));
  }

  private DatabaseClient database() {
    return new DatabaseClient(source);
  }

  private static ValidatableResponse letter(long id) {
    return admin().get(LETTERS + "/" + id).then().statusCode(200);
  }

  private static ValidatableResponse retry(long id) {
    return admin().post(LETTERS + "/" + id + "/retry").then();
  }

  private static ValidatableResponse discard(long id, String reason) {
    return admin()
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post(LETTERS + "/" + id + "/discard")
        .then();
  }

  private static RequestSpecification admin() {
    return given().header(TestCallers.HEADER, "admin/admin");
  }
}
