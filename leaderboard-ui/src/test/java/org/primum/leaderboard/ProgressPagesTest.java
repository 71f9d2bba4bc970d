package org.primum.leaderboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationCost;
import org.primum.protocol.message.EvaluationProgress;
import org.primum.protocol.message.EvaluationProgress.WaitsFor;
import org.primum.protocol.message.ItemFinished;

/** What is shown of evaluations that run, wait or were cancelled. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class ProgressPagesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final EvaluationProgress AT_SPEED =
      new EvaluationProgress(118.2, 181L, 118L, 355L, null, null, null, null);

  private final Evaluations evaluations;
  private final ItemRecords items;

  @TestHTTPResource("/evaluations")
  URI address;

  ProgressPagesTest(Evaluations evaluations, ItemRecords items) {
    this.evaluations = evaluations;
    this.items = items;
  }

  @Test
  void theRateAndTheTimeLeftAreSaidInWords() {
    EvaluationSample sample = new EvaluationSample("At speed", "speed").running(AT_SPEED);
    evaluations.take(sample.message());

    assertThat(page(sample.id()))
        .contains("118 items a minute", "about 3 minutes left, between 2 and 6")
        .doesNotContain("class=\"notice waiting\"", "not known yet");
  }

  @ParameterizedTest
  @CsvSource({"3.42, 3.4 items a minute", "0.2, 12 items an hour", "1200, '1,200 items a minute'"})
  void theRateHasAUnitThatFits(double rate, String words) {
    EvaluationSample sample =
        new EvaluationSample("Rate " + rate, "rate")
            .running(new EvaluationProgress(rate, 60L, 50L, 70L, null, null, null, null));
    evaluations.take(sample.message());

    assertThat(page(sample.id())).contains(words);
  }

  @Test
  void whatIsNotKnownYetIsSaid() {
    EvaluationSample sample =
        new EvaluationSample("Fresh", "fresh")
            .running(new EvaluationProgress(null, null, null, null, null, null, null, null));
    evaluations.take(sample.message());

    assertThat(page(sample.id())).contains("time left not known yet");
  }

  @ParameterizedTest
  @CsvSource({
    "ENDPOINT, Waiting for the model&#39;s endpoint, See whether your server is up",
    "JUDGE, Waiting for a judge, Whoever runs this Primum looks after the judges",
    "BUDGET, Waiting at its cost limit, Raise the limit",
    "QUEUE, Waiting for its turn, 'Nothing, or cancel'",
  })
  void whatItWaitsForIsSaidToAllAndWhatToDoToTheOwner(WaitsFor what, String title, String advice) {
    EvaluationSample sample = new EvaluationSample("Waits " + what, "waits").running(waiting(what));
    evaluations.take(sample.message());

    assertThat(page(sample.id()))
        .contains(title, "Because of &lt;b&gt;this&lt;/b&gt;.", "24 Nov 2026, 10:00 UTC")
        .doesNotContain(advice, "Because of <b>", "time left not known");
  }

  @ParameterizedTest
  @CsvSource({
    "ENDPOINT, See whether your server is up",
    "JUDGE, Whoever runs this Primum looks after the judges",
    "BUDGET, Raise the limit",
    "QUEUE, 'Nothing, or cancel'",
  })
  @TestSecurity(user = "owner", roles = "submitter")
  void theOwnerIsToldWhatToDo(WaitsFor what, String advice) {
    EvaluationSample sample = new EvaluationSample("Mine " + what, "mine").running(waiting(what));
    evaluations.take(sample.message());

    assertThat(page(sample.id())).contains(advice);
    assertThat(given().get("/evaluations/" + sample.id() + "/progress").asString())
        .contains(advice);
  }

  @Test
  @TestSecurity(user = "owner", roles = "submitter")
  void theOwnerSeesWhatItCosts() {
    EvaluationSample sample = costly("Dear and mine");
    evaluations.take(sample.message());

    assertThat(page(sample.id()))
        .contains("Cost so far", "0.6000 EUR of at most 0.7000 EUR", "Cost and limit");
  }

  @Test
  void nobodyElseSeesWhatItCosts() {
    EvaluationSample sample = costly("Dear");
    evaluations.take(sample.message());

    assertThat(page(sample.id())).doesNotContain("Cost");
  }

  private static EvaluationSample costly(String name) {
    EvaluationCost.Usage usage = new EvaluationCost.Usage(3, 1_000, 500);
    return new EvaluationSample(name, "dear")
        .running(AT_SPEED)
        .costing(
            new EvaluationCost(
                usage,
                usage,
                "EUR",
                new BigDecimal("0.6"),
                true,
                LocalDate.of(2026, 11, 1),
                new BigDecimal("0.7")));
  }

  @Test
  void whenItGivesUpIsSaid() {
    EvaluationSample sample =
        new EvaluationSample("Gives up", "gives-up")
            .running(
                new EvaluationProgress(
                    null,
                    null,
                    null,
                    null,
                    WaitsFor.ENDPOINT,
                    "It is down.",
                    Instant.now().minusSeconds(720),
                    Instant.now().plusSeconds(3_600)));
    evaluations.take(sample.message());

    assertThat(page(sample.id())).contains(", for about 12 minutes", ", in about 1 hour");
  }

  @Test
  void whatWasScoredBeforeCancellingStaysReadableAndTheBoardHasOnlyTheRegistration() {
    EvaluationSample sample =
        new EvaluationSample("Cancelled half way", "half").of("patient-safety").cancelled();
    evaluations.take(sample.message());
    ItemFinished item = Samples.item(sample.id(), 0, "A prompt asked before", "An answer");
    items.take(item);

    String page = page(sample.id());
    String[] board = given().get("/").asString().split("Not on the board", 2);
    String row = board[1].substring(board[1].indexOf("Cancelled half way"));

    assertThat(page)
        .contains("A prompt asked before", "What was scored", "it is no result")
        .doesNotContain("http-equiv=\"refresh\"", "/progress.js", "Cancel evaluation");
    assertThat(given().get("/evaluations/" + sample.id() + "/items/" + item.taskId()).asString())
        .contains("An answer");
    assertThat(board[0]).doesNotContain("Cancelled half way");
    assertThat(row.substring(0, row.indexOf("</tr>")))
        .contains("state cancelled", "whole-protocol 1.0.0", "no result")
        .doesNotContain("20 of 40");
  }

  @Test
  void anOpenPageIsToldWhatIsNewUntilTheEnd() throws Exception {
    EvaluationSample sample = new EvaluationSample("Live", "live").running(AT_SPEED);
    EvaluationChanged first = sample.message();
    evaluations.take(first);
    try (Stream stream = new Stream(sample.id())) {
      assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
      assertThat(stream.next()).contains("118 items a minute", "data-finished=\"false\"");

      evaluations.take(
          new EvaluationSample(sample.id(), "Live", 2).running(waiting(WaitsFor.JUDGE)).message());

      assertThat(stream.next())
          .contains("Waiting for a judge", "Because of &lt;b&gt;this")
          .doesNotContain("Whoever runs this Primum");

      evaluations.take(new EvaluationSample(sample.id(), "Live", 3).message());

      assertThat(stream.next()).contains("data-finished=\"true\"");
      assertThat(stream.ends()).isTrue();
    }
  }

  @Test
  @TestSecurity(user = "owner", roles = "submitter")
  void theOwnersOpenPageIsToldWhatToDo() throws Exception {
    EvaluationSample sample =
        new EvaluationSample("Live and mine", "live-mine").running(waiting(WaitsFor.JUDGE));
    evaluations.take(sample.message());

    try (Stream stream = new Stream(sample.id())) {
      assertThat(stream.next()).contains("Whoever runs this Primum");
    }
  }

  @Test
  void noMorePagesAreToldThanThereIsRoomFor() throws Exception {
    EvaluationSample sample = new EvaluationSample("Crowded", "crowded").running(AT_SPEED);
    evaluations.take(sample.message());
    List<Stream> open = new ArrayList<>();
    try {
      for (int page = 0; page < 200; page++) {
        open.add(new Stream(sample.id()));
      }
      for (Stream stream : open) {
        assertThat(stream.next()).contains("118 items a minute");
      }

      Response refused = given().get("/evaluations/" + sample.id() + "/events");

      assertThat(refused.statusCode()).isEqualTo(503);
    } finally {
      open.forEach(Stream::close);
    }
  }

  private static EvaluationProgress waiting(WaitsFor what) {
    return new EvaluationProgress(
        null, null, null, null, what, "Because of <b>this</b>.", Samples.NOW, null);
  }

  private static String page(UUID evaluation) {
    Response response = given().get("/evaluations/" + evaluation);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.asString();
  }

  /** What an open page receives, read as a browser does. */
  private final class Stream implements AutoCloseable {

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final Thread reader;

    Stream(UUID evaluation) throws IOException, InterruptedException {
      response =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(address + "/" + evaluation + "/events"))
                  .header("Accept", "text/event-stream")
                  .build(),
              BodyHandlers.ofInputStream());
      reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
      StringBuilder message = new StringBuilder();
      try (var lines =
          new java.io.BufferedReader(
              new java.io.InputStreamReader(
                  response.body(), java.nio.charset.StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data:")) {
            message.append(line.substring("data:".length())).append('\n');
          } else if (line.isEmpty() && !message.isEmpty()) {
            messages.add(message.toString());
            message.setLength(0);
          }
        }
      } catch (IOException closed) {
        // The test has seen enough.
      }
    }

    String next() throws InterruptedException {
      return messages.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    boolean ends() throws InterruptedException {
      return reader.join(PATIENCE);
    }

    @Override
    public void close() {
      try {
        response.body().close();
      } catch (IOException closed) {
        // It is to be closed.
      }
    }
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
}
