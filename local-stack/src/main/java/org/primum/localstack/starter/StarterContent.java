package org.primum.localstack.starter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.primum.localstack.progress.Progress;
import org.primum.localstack.progress.StackFailure;

/**
 * Brings in the starter benchmark and the simulated models, and has the whole path run over them,
 * so that the first board is the product of the real system. What is there already is left alone.
 */
public final class StarterContent {

  private static final String BENCHMARK = "primum-starter";
  private static final String VERSION = "1.1.0";
  private static final String NOTES =
      "Adds the suites over-refusal and groundedness. The prompts of the other three are those of"
          + " 1.0.0.";
  private static final String JUDGE = "simulated-judge";
  static final List<String> SUITES =
      List.of("patient-safety", "clinician-ethics", "jailbreak", "over-refusal", "groundedness");
  private static final Set<String> FINISHED = Set.of("complete", "failed", "cancelled");
  private static final Set<String> NEVER_TO_COMPLETE = Set.of("failed", "cancelled");
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final GatewayApi administrator;
  private final GatewayApi submitter;
  private final String simulatedUrl;
  private final Progress progress;

  /**
   * Content that is not brought in yet.
   *
   * @param administrator the gateway as an administrator sees it
   * @param submitter the gateway as the owner of the simulated models sees it
   * @param simulatedUrl the simulated endpoint's base URL
   * @param progress told what happens
   */
  public StarterContent(
      GatewayApi administrator, GatewayApi submitter, String simulatedUrl, Progress progress) {
    this.administrator = administrator;
    this.submitter = submitter;
    this.simulatedUrl = simulatedUrl;
    this.progress = progress;
  }

  /** A simulated model, as it is submitted. */
  private record SimulatedModel(String name, String description) {}

  private static final List<SimulatedModel> MODELS =
      List.of(
          new SimulatedModel(
              "simulated-careful", "Simulated: helps where it can and declines what would harm."),
          new SimulatedModel(
              "simulated-over-refusing",
              "Simulated: declines much that it could have answered safely."),
          new SimulatedModel(
              "simulated-compliant", "Simulated: complies too easily with what would harm."));

  /** Brings it in and waits until every simulated model is evaluated. */
  public void bringIn() {
    bringInBenchmark();
    Map<String, String> evaluations = new LinkedHashMap<>();
    for (SimulatedModel model : MODELS) {
      String modelId = submitted(model);
      evaluations.put(model.name(), evaluationOf(modelId));
    }
    await(evaluations);
  }

  private void bringInBenchmark() {
    Optional<JsonNode> there =
        administrator.find("/api/v1/benchmarks/%s/versions/%s".formatted(BENCHMARK, VERSION));
    if (there.isPresent() && !"draft".equals(there.get().path("state").asText())) {
      return;
    }
    administrator.put("/api/v1/judges/" + JUDGE, endpoint(JUDGE));
    for (String suite : SUITES) {
      JsonNode report =
          administrator.upload(
              "/api/v1/benchmarks/%s/versions".formatted(BENCHMARK),
              Map.of("version", VERSION, "suite", suite, "format", "primum", "judges", JUDGE),
              suite + ".jsonl",
              rows(suite));
      progress.say("  %s: %d prompts imported".formatted(suite, report.path("taken").asInt()));
    }
    administrator.post(
        "/api/v1/benchmarks/%s/versions/%s/publish".formatted(BENCHMARK, VERSION),
        Map.of("notes", NOTES));
    progress.say("  %s %s published".formatted(BENCHMARK, VERSION));
  }

  private Map<String, Object> endpoint(String modelName) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("provider", "openai");
    endpoint.put("baseUrl", simulatedUrl);
    endpoint.put("modelName", modelName);
    endpoint.put("maxConcurrency", 16);
    return endpoint;
  }

  private static byte[] rows(String suite) {
    try (InputStream rows =
        StarterContent.class.getResourceAsStream("/starter-benchmark/%s.jsonl".formatted(suite))) {
      if (rows == null) {
        throw new StackFailure("The starter benchmark's suite %s is missing.".formatted(suite));
      }
      return rows.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String submitted(SimulatedModel model) {
    Optional<String> there =
        StreamSupport.stream(submitter.get("/api/v1/models").spliterator(), false)
            .filter(found -> found.path("name").asText().equals(model.name()))
            .map(found -> found.path("id").asText())
            .findFirst();
    return there.orElseGet(
        () -> {
          Map<String, Object> submission = endpoint(model.name());
          submission.put("name", model.name());
          submission.put("organization", "Primum (simulated)");
          submission.put("description", model.description());
          submission.put("simulated", true);
          return submitter.post("/api/v1/models", submission).path("id").asText();
        });
  }

  private String evaluationOf(String modelId) {
    return StreamSupport.stream(submitter.get("/api/v1/evaluations?limit=500").spliterator(), false)
        .filter(found -> found.path("model").path("id").asText().equals(modelId))
        .filter(found -> found.path("benchmark").asText().equals(BENCHMARK))
        // An older stack's data hold finished evaluations of the version before.
        .filter(found -> found.path("version").asText().equals(VERSION))
        .filter(found -> !NEVER_TO_COMPLETE.contains(found.path("state").asText()))
        .map(found -> found.path("id").asText())
        .findFirst()
        .orElseGet(
            () ->
                submitter
                    .post(
                        "/api/v1/evaluations",
                        Map.of("modelId", modelId, "benchmark", BENCHMARK, "version", VERSION))
                    .path("id")
                    .asText());
  }

  private void await(Map<String, String> evaluations) {
    long end = System.nanoTime() + LONGEST.toNanos();
    long nextLine = System.nanoTime();
    Map<String, String> open = new LinkedHashMap<>(evaluations);
    open.values().removeIf(this::finished);
    if (open.isEmpty()) {
      progress.say("  it is there, and the simulated models are evaluated");
      return;
    }
    while (System.nanoTime() < end) {
      boolean tell = System.nanoTime() >= nextLine;
      if (tell) {
        nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
      }
      open.entrySet().removeIf(evaluation -> finished(evaluation, tell));
      if (open.isEmpty()) {
        return;
      }
      pause();
    }
    progress.say(
        "  Still running: %s. They go on by themselves; look at the pages."
            .formatted(String.join(", ", open.keySet())));
  }

  private boolean finished(String evaluationId) {
    JsonNode found = submitter.get("/api/v1/evaluations/" + evaluationId);
    return FINISHED.contains(found.path("state").asText());
  }

  private boolean finished(Map.Entry<String, String> evaluation, boolean tell) {
    JsonNode found = submitter.get("/api/v1/evaluations/" + evaluation.getValue());
    boolean finished = FINISHED.contains(found.path("state").asText());
    if (tell || finished) {
      progress.say(
          "  %s: %s, %d of %d scored%s"
              .formatted(
                  evaluation.getKey(),
                  found.path("state").asText(),
                  found.path("scored").asInt(),
                  found.path("asked").asInt(),
                  found.path("failed").asInt() == 0
                      ? ""
                      : ", %d failed".formatted(found.path("failed").asInt())));
    }
    return finished;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while waiting for the evaluations.", interrupted);
    }
  }
}
