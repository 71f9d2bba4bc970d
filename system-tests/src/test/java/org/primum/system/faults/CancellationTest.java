package org.primum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;
import org.primum.system.stack.Web;

/** An evaluation that is stopped half way. */
@ExtendWith(RunningStack.class)
@Tag("faults")
class CancellationTest {

  private static final int ITEMS = Scene.ITEMS;
  private static final Duration AT_THE_LATEST = Duration.ofSeconds(1);

  /** Long enough for whatever would still be asked. */
  private static final Duration LISTENING = Duration.ofSeconds(4);

  private static KnownEndpoint endpoint;

  @BeforeAll
  static void startEndpoint() throws IOException {
    endpoint = new KnownEndpoint(Duration.ofMillis(200));
  }

  @AfterAll
  static void stopEndpoint() throws IOException {
    endpoint.close();
  }

  @Test
  void asksNobodyAnyMoreAndKeepsWhatIsThere(Stacks stacks) {
    Stack stack = stacks.breakable();
    String name = "cancelled half way";
    KnownRun run =
        KnownRun.start(stack, endpoint, endpoint.baseUrl(), KnownRun.newName(), name, ITEMS);
    run.run().awaitScored(ITEMS / 2);

    run.run().cancel();

    Instant cancelled = Instant.now();
    JsonNode ended = run.run().awaitEnd();
    Scene.lasting(LISTENING);
    assertThat(Stream.of(false, true).flatMap(judge -> endpoint.calls(run.name(), judge).stream()))
        .filteredOn(call -> call.begun().isAfter(cancelled.plus(AT_THE_LATEST)))
        .isEmpty();
    assertThat(ended.path("state").asText()).isEqualTo("cancelled");
    assertThat(ended.path("scored").asInt()).isBetween(ITEMS / 2, ITEMS - 1);
    assertThat(run.run().now()).isEqualTo(ended);
    assertScoredStay(run, ended.path("scored").asInt());
    assertThat(run.run().onBoard()).isFalse();
    assertRegistrationOnly(stack, name, run.run().id());
  }

  private static void assertScoredStay(KnownRun run, int scored) {
    List<JsonNode> records = run.run().records();
    Map<String, String> outcomes = new TreeMap<>(KnownRun.outcomes(records));
    assertThat(records).hasSize(scored);
    assertThat(outcomes).hasSize(scored);
    for (KnownItem item : KnownItem.first(ITEMS)) {
      assertThat(outcomes.getOrDefault(item.id(), Integer.toString(item.score())))
          .isEqualTo(Integer.toString(item.score()));
    }
  }

  /** The page lists it below the board, as cancelled, and nowhere above. */
  private static void assertRegistrationOnly(Stack stack, String name, String evaluation) {
    String page =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> Web.get(stack.url(Part.UI) + "/").body(),
                body ->
                    body.contains("/evaluations/" + evaluation)
                        && rest(body, evaluation).contains("cancelled"));
    int below = page.indexOf("id=\"others\"");
    assertThat(below).isPositive();
    assertThat(page.substring(0, below)).doesNotContain(name).doesNotContain(evaluation);
    assertThat(page.substring(below)).contains(name);
  }

  /** The rest of the row that names it. */
  private static String rest(String page, String evaluation) {
    int at = page.indexOf("/evaluations/" + evaluation);
    return page.substring(at, page.indexOf("</tr>", at));
  }
}
