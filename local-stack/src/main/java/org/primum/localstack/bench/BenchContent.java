package org.primum.localstack.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.primum.localstack.bench.content.BenchItems;
import org.primum.localstack.progress.Progress;
import org.primum.localstack.starter.GatewayApi;

/** Benchmarks, judges and models to measure with, brought in by the API and used again. */
final class BenchContent {

  private static final String VERSION = "1.0.0";

  private final BenchStack stack;
  private final Progress progress;

  BenchContent(BenchStack stack, Progress progress) {
    this.stack = stack;
    this.progress = progress;
  }

  /** A published benchmark of so many items, judged by that judge; its name. */
  String benchmark(int items, String judge, int judgeInFlight) {
    String name = "bench-%d-%s".formatted(items, judge);
    GatewayApi administrator = stack.as("admin");
    Optional<JsonNode> there =
        administrator.find("/api/v1/benchmarks/%s/versions/%s".formatted(name, VERSION));
    if (there.isPresent() && "published".equals(there.get().path("state").asText())) {
      return name;
    }
    administrator.put("/api/v1/judges/" + judge, endpoint(judge, judgeInFlight));
    Path rows = stack.settings().home().resolve("bench-%d.jsonl".formatted(items));
    try {
      BenchItems.write(rows, items);
      long began = System.nanoTime();
      administrator.upload(
          "/api/v1/benchmarks/%s/versions".formatted(name),
          Map.of("version", VERSION, "format", "primum", "judges", judge),
          rows);
      administrator.post(
          "/api/v1/benchmarks/%s/versions/%s/publish".formatted(name, VERSION), Map.of());
      progress.say(
          "  %d items imported and published in %.1f s"
              .formatted(items, (System.nanoTime() - began) / 1e9));
      Files.delete(rows);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return name;
  }

  private Map<String, Object> endpoint(String modelName, int inFlight) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("provider", "openai");
    endpoint.put("baseUrl", stack.endpoint().baseUrl());
    endpoint.put("modelName", modelName);
    endpoint.put("maxConcurrency", inFlight);
    return endpoint;
  }

  /** The id of a model of that name, which may be asked so much at once. */
  String model(String name, int inFlight) {
    GatewayApi submitter = stack.as("submitter");
    return StreamSupport.stream(submitter.get("/api/v1/models").spliterator(), false)
        .filter(found -> found.path("name").asText().equals(name))
        .map(found -> found.path("id").asText())
        .findFirst()
        .orElseGet(
            () -> {
              Map<String, Object> submission = endpoint(name, inFlight);
              submission.put("name", name);
              submission.put("organization", "Bench");
              submission.put("simulated", true);
              return submitter.post("/api/v1/models", submission).path("id").asText();
            });
  }

  /** Starts an evaluation. */
  static UUID start(GatewayApi submitter, String model, String benchmark) {
    return UUID.fromString(
        submitter
            .post(
                "/api/v1/evaluations",
                Map.of("modelId", model, "benchmark", benchmark, "version", VERSION))
            .path("id")
            .asText());
  }

  /** Ends one before its time. */
  static void cancel(GatewayApi submitter, UUID evaluation) {
    submitter.post("/api/v1/evaluations/%s/cancel".formatted(evaluation), Map.of());
  }
}
