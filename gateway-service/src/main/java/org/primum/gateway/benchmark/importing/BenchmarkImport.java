package org.primum.gateway.benchmark.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * What a benchmark file holds.
 *
 * @param items the good rows, in the file's order
 * @param refused how many rows are not good
 * @param problems the first of them, with line numbers, {@value #MAX_PROBLEMS} at the most
 */
public record BenchmarkImport(List<Item> items, int refused, List<LineProblem> problems) {

  static final int MAX_PROBLEMS = 100;
  private static final int MAX_ITEMS = 200_000;

  private static final ObjectReader ROW =
      Json.MAPPER.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * What is wrong with a line.
   *
   * @param line from 1
   * @param message what to do
   */
  public record LineProblem(int line, String message) {}

  /**
   * Reads a file.
   *
   * @param suite the suite it is for, or null when the format names it
   * @throws org.primum.gateway.problem.Problem when the file as a whole cannot be used
   */
  public static BenchmarkImport read(Path file, String format, String suite) throws IOException {
    BenchmarkFormat layout = BenchmarkFormat.of(format);
    Collector collector = new Collector(layout, suite);
    try (InputStream content = ImportedFile.open(file)) {
      JsonLines.read(content, collector);
    }
    return new BenchmarkImport(collector.items, collector.refused, collector.problems);
  }

  private static final class Collector implements JsonLines.Handler {

    private final BenchmarkFormat layout;
    private final String suite;
    private final List<Item> items = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();
    private int refused;

    Collector(BenchmarkFormat layout, String suite) {
      this.layout = layout;
      this.suite = suite;
    }

    @Override
    public void line(int number, String text, String problem) {
      if (problem != null) {
        refuse(number, problem);
        return;
      }
      try {
        JsonNode row = ROW.readValue(text);
        if (!row.isObject()) {
          refuse(number, "the line is not a JSON object");
          return;
        }
        add(layout.item(row, suite));
      } catch (JsonProcessingException malformed) {
        refuse(number, "the line is not JSON; it may be cut off");
      } catch (IllegalArgumentException wrong) {
        refuse(number, wrong.getMessage());
      }
    }

    private void add(Item item) {
      Suite known = Suites.of(item.suite());
      String problem = known.problem(item);
      if (problem != null) {
        throw new IllegalArgumentException(problem);
      }
      if (!seen.add(List.of(item.suite(), item.id()))) {
        throw new IllegalArgumentException("id \"" + item.id() + "\" is there twice");
      }
      if (items.size() >= MAX_ITEMS) {
        throw new IllegalArgumentException("more than " + MAX_ITEMS + " items are not taken");
      }
      items.add(item);
    }

    private void refuse(int line, String message) {
      refused++;
      if (problems.size() < MAX_PROBLEMS) {
        problems.add(new LineProblem(line, message));
      }
    }
  }
}
