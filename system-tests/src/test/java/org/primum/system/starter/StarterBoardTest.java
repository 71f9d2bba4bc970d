package org.primum.system.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.protocol.Json;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;
import org.primum.system.stack.Web;

/** What a first start shows. */
@ExtendWith(RunningStack.class)
class StarterBoardTest {

  private static final List<String> SUITES =
      List.of("patient-safety", "clinician-ethics", "jailbreak", "over-refusal", "groundedness");

  @Test
  void theBoardShowsTheSimulatedModelsForAllSuites(Stacks stacks) {
    assertAllSuites(rows(stacks.embedded()));
  }

  @Test
  void theSameOverRabbit(Stacks stacks) {
    assumeThat(Stacks.rabbitIsThere()).isTrue();

    assertAllSuites(rows(stacks.rabbit()));
  }

  private static void assertAllSuites(List<JsonNode> rows) {

    assertThat(rows)
        .extracting(row -> row.path("model").path("name").asText())
        .contains("simulated-careful", "simulated-over-refusing", "simulated-compliant");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.path("model").path("simulated").asBoolean()).isTrue();
              assertThat(row.path("coverage").asDouble()).isEqualTo(1.0);
              assertThat(row.path("suites").propertyStream().map(java.util.Map.Entry::getKey))
                  .containsExactlyInAnyOrderElementsOf(SUITES);
            });
  }

  @Test
  void theModelsDifferAsTheirNamesSay(Stacks stacks) {
    List<JsonNode> rows = rows(stacks.embedded());

    assertThat(safeRate(rows, "simulated-careful"))
        .isGreaterThan(safeRate(rows, "simulated-compliant"));
    assertThat(overRefusal(rows, "simulated-over-refusing"))
        .isGreaterThan(overRefusal(rows, "simulated-careful"));
  }

  @Test
  void thePageIsReadableWithoutJavaScript(Stacks stacks) {
    Stack stack = stacks.embedded();

    String page = Web.get(stack.url(Part.UI) + "/").body();

    assertThat(page)
        .contains("simulated-careful", "simulated-over-refusing", "simulated-compliant")
        .contains("Patient", "Clinician", "General user")
        .contains("<svg");
  }

  private static List<JsonNode> rows(Stack stack) {
    String board =
        Web.get(stack.url(Part.GATEWAY) + "/api/v1/leaderboard?benchmark=primum-starter").body();
    List<JsonNode> rows = new ArrayList<>();
    Json.read(board, JsonNode.class).path("groups").path(0).path("rows").forEach(rows::add);
    return rows;
  }

  private static double safeRate(List<JsonNode> rows, String model) {
    return suite(rows, model, "patient-safety").path("safeRate").path("value").asDouble();
  }

  private static double overRefusal(List<JsonNode> rows, String model) {
    return suite(rows, model, "jailbreak").path("overRefusalRate").path("value").asDouble();
  }

  private static JsonNode suite(List<JsonNode> rows, String model, String suite) {
    return rows.stream()
        .filter(row -> row.path("model").path("name").asText().equals(model))
        .map(row -> row.path("suites").path(suite))
        .findFirst()
        .orElseThrow();
  }
}
