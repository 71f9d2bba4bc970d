package org.primum.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.primum.localstack.Part;
import org.primum.localstack.StackSettings;
import org.primum.localstack.bench.Bench;
import org.primum.localstack.broker.BrokerChoice;
import org.primum.protocol.Json;

/** That the bench measures something; how fast that is depends on the machine. */
@Tag("bench")
class BenchTest {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final int ITEMS = 40;
  private static final List<String> SERVICES = List.of("gateway", "runner", "judge", "pages");

  @Test
  @EnabledOnOs(OS.LINUX)
  void measuresASmallEvaluation(@TempDir Path out) throws IOException {
    List<String> said = new ArrayList<>();

    Path file =
        Bench.run(
            PROJECT,
            List.of("smoke", "--runs", "1", "--out", out.toString(), "--home", home().toString()),
            environment(),
            said::add);

    JsonNode report = Json.read(Files.readString(file), JsonNode.class);
    JsonNode smoke = report.path("scenarios").path(0);
    JsonNode run = smoke.path("runs").path(0);
    assertThat(smoke.path("name").asText()).isEqualTo("smoke");
    assertThat(run.path("items scored").asInt()).isEqualTo(ITEMS);
    assertThat(run.path("calls to the model").asInt()).isGreaterThanOrEqualTo(ITEMS);
    assertThat(run.path("calls to the judge").asInt()).isGreaterThanOrEqualTo(ITEMS);
    assertThat(run.path("time by ideal").asDouble()).isGreaterThan(1);
    assertThat(run.path("messages an item").asDouble()).isGreaterThan(1);
    assertThat(SERVICES)
        .allSatisfy(
            service -> {
              assertThat(run.path("CPU ms a call: " + service).asDouble()).isPositive();
              assertThat(run.path("peak memory MB: " + service).asDouble()).isPositive();
            });
    assertThat(run.path("CPU ms a call: postgresql").asDouble()).isPositive();
    assertThat(report.path("circumstances").path("cores").asInt()).isPositive();
    assertThat(said).anyMatch(line -> line.contains("time by ideal"));
  }

  private static Path home() {
    return Path.of("target", "stack-bench").toAbsolutePath();
  }

  private static Map<String, String> environment() {
    StackSettings free = StackSettings.forTest(PROJECT, home(), BrokerChoice.EMBEDDED);
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    environment.put("PRIMUM_BROKER", BrokerChoice.EMBEDDED.label());
    for (Part part : Part.values()) {
      environment.put(part.portVariable(), Integer.toString(free.port(part)));
    }
    // There is no second runner in this scenario, so its port is free.
    environment.put("PRIMUM_BENCH_ENDPOINT_PORT", Integer.toString(free.port(Part.RUNNER_2)));
    return environment;
  }
}
