package org.primum.localstack.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.primum.protocol.Json;

/** The results of one call of the bench, as a file that a later one can be compared with. */
public final class BenchReport {

  private static final DateTimeFormatter FILE_NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

  private final Path file;
  private final ObjectNode root = Json.MAPPER.createObjectNode();
  private final ArrayNode scenarios = root.putArray("scenarios");

  /**
   * A report without results.
   *
   * @param folder where its file is to be
   * @param began when measuring began
   * @param circumstances machine, settings and what else the numbers depend on
   */
  public BenchReport(Path folder, Instant began, Map<String, ?> circumstances) {
    this.file = folder.resolve(FILE_NAME.format(began) + ".json");
    root.put("began", began.toString());
    root.set("circumstances", Json.MAPPER.valueToTree(circumstances));
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** Adds a scenario and writes the file, so that what was measured is kept whatever comes next. */
  public void add(ScenarioResult result) {
    ObjectNode scenario = scenarios.addObject();
    scenario.put("name", result.name()).put("about", result.about());
    ArrayNode runs = scenario.putArray("runs");
    result.runs().forEach(run -> runs.add(Json.MAPPER.valueToTree(run.byName())));
    ObjectNode ranges = scenario.putObject("figures");
    result.ranges().forEach((figure, range) -> ranges.set(figure, Json.MAPPER.valueToTree(range)));
    ArrayNode targets = scenario.putArray("targets");
    for (Target target : result.targets()) {
      ObjectNode node =
          targets
              .addObject()
              .put("figure", target.figure())
              .put(target.atLeast() ? "atLeast" : "atMost", target.bound());
      Range range = result.ranges().get(target.figure());
      if (range != null) {
        node.put("met", target.met(range.median()));
      }
    }
    ArrayNode notes = scenario.putArray("notes");
    result.notes().forEach(notes::add);
    write();
  }

  private void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * The medians of every scenario in a report's file, by scenario and figure.
   *
   * @throws IllegalArgumentException when it is no such file
   */
  public static Map<String, Map<String, Double>> medians(Path file) {
    JsonNode report;
    try {
      report = Json.read(Files.readString(file), JsonNode.class);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
    for (JsonNode scenario : report.path("scenarios")) {
      Map<String, Double> figures = new LinkedHashMap<>();
      scenario
          .path("figures")
          .propertyStream()
          .forEach(
              figure -> figures.put(figure.getKey(), figure.getValue().path("median").asDouble()));
      medians.put(scenario.path("name").asText(), figures);
    }
    return medians;
  }
}
