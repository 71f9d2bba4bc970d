package org.primum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.primum.localstack.Stack;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.system.golden.BenchmarkRun;

/** The known items run through a stack, and what must come of them. */
final class KnownRun {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final KnownEndpoint endpoint;
  private final String name;
  private final int items;
  private final BenchmarkRun run;

  private KnownRun(KnownEndpoint endpoint, String name, int items, BenchmarkRun run) {
    this.endpoint = endpoint;
    this.name = name;
    this.items = items;
    this.run = run;
  }

  /** A name no other run has, by which the endpoint knows the model. */
  static String newName() {
    return "known-" + NUMBER.incrementAndGet();
  }

  /**
   * Starts it.
   *
   * @param baseUrl the endpoint's address, or that of a way to it
   * @param name one of {@link #newName}
   * @param description what the board calls the model
   * @param items how many
   */
  static KnownRun start(
      Stack stack,
      KnownEndpoint endpoint,
      String baseUrl,
      String name,
      String description,
      int items) {
    return start(stack, endpoint, baseUrl, name, description, items, Map.of());
  }

  /** The same with further fields of the request for an evaluation. */
  static KnownRun start(
      Stack stack,
      KnownEndpoint endpoint,
      String baseUrl,
      String name,
      String description,
      int items,
      Map<String, Object> wishes) {
    return new KnownRun(
        endpoint,
        name,
        items,
        BenchmarkRun.start(stack, baseUrl, KnownItem.benchmark(items), name, description, wishes));
  }

  /** How it goes. */
  BenchmarkRun run() {
    return run;
  }

  /** What the endpoint calls it. */
  String name() {
    return name;
  }

  /** Waits for the end: every item once, with the score that must come of it. */
  void assertExact() {
    assertOutcomes(item -> Optional.empty());
  }

  /**
   * Waits for the end: every item once, failed as said or with the score that must come of it, and
   * counts that say so.
   */
  void assertOutcomes(Function<KnownItem, Optional<FailureKind>> failing) {
    JsonNode evaluation = run.awaitEnd();
    Map<String, String> expected = new TreeMap<>();
    Map<String, Integer> histogram = new TreeMap<>();
    Map<String, Integer> failures = new TreeMap<>();
    for (int score = 1; score <= 5; score++) {
      histogram.put(Integer.toString(score), 0);
    }
    for (KnownItem item : KnownItem.first(items)) {
      Optional<String> failure = failing.apply(item).map(KnownRun::label);
      String outcome = failure.orElse(Integer.toString(item.score()));
      (failure.isPresent() ? failures : histogram).merge(outcome, 1, Integer::sum);
      expected.put(item.id(), outcome);
    }
    int failed = failures.values().stream().mapToInt(Integer::intValue).sum();

    assertThat(evaluation.path("state").asText()).isEqualTo("complete");
    List<JsonNode> records = run.records();
    assertThat(records)
        .extracting(line -> line.path("example").path("id").asText())
        .hasSize(items)
        .doesNotHaveDuplicates();
    assertThat(outcomes(records)).isEqualTo(expected);
    JsonNode suite = evaluation.path("suites").path("patient-safety");
    assertThat(counts(suite.path("histogram"))).isEqualTo(histogram);
    assertThat(counts(suite.path("missing"))).isEqualTo(failures);
    assertThat(counts(evaluation.path("failures"))).isEqualTo(failures);
    assertThat(
            List.of(
                evaluation.path("asked").asInt(),
                evaluation.path("scored").asInt(),
                evaluation.path("failed").asInt(),
                suite.path("asked").asInt(),
                suite.path("scored").asInt()))
        .containsExactly(items, items - failed, failed, items, items - failed);
  }

  /** What came of each item in these records, a score or a kind of failure. */
  static Map<String, String> outcomes(List<JsonNode> records) {
    return records.stream()
        .collect(
            Collectors.toMap(
                line -> line.path("example").path("id").asText(),
                line ->
                    line.hasNonNull("failure")
                        ? line.path("failure").path("kind").asText()
                        : Integer.toString(line.path("judge_output").path("score").asInt()),
                (one, other) -> one + " and " + other,
                TreeMap::new));
  }

  private static Map<String, Integer> counts(JsonNode object) {
    Map<String, Integer> counts = new TreeMap<>();
    object.properties().forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
    return counts;
  }

  private static String label(FailureKind kind) {
    return Json.MAPPER.valueToTree(kind).asText();
  }

  /**
   * Holds the number of requests against the number of items.
   *
   * @param more how many more there may be, to the model and to the judge each
   */
  void assertRequests(int more) {
    for (boolean judge : List.of(false, true)) {
      assertThat(endpoint.calls(name, judge).size())
          .as(judge ? "requests to the judge" : "requests to the model")
          .isBetween(items, items + more);
    }
  }
}
