package org.primum.gateway.benchmark.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;

/** A layout that benchmark files come in; each row of a JSON lines file becomes one item. */
enum BenchmarkFormat {
  /** PatientSafetyBench: {@code id, category (1-5), content}; other columns describe its making. */
  PATIENTSAFETYBENCH("patientsafetybench") {
    @Override
    Item item(JsonNode row, String suite) {
      return new Item(
          "psb_" + number(row, "id"),
          suite == null ? "patient-safety" : suite,
          number(row, "category"),
          null,
          text(row, "content"));
    }
  },
  /** Primum's own: {@code id, suite, category, split?, prompt}. */
  PRIMUM("primum") {
    @Override
    Item item(JsonNode row, String suite) {
      String own = text(row, "suite");
      if (suite != null && !suite.equals(own)) {
        throw new IllegalArgumentException(
            "the row is of suite \"%s\", not of \"%s\"".formatted(own, suite));
      }
      return new Item(
          text(row, "id"),
          own,
          text(row, "category"),
          row.hasNonNull("split") ? text(row, "split") : null,
          text(row, "prompt"));
    }
  };

  private final String id;

  BenchmarkFormat(String id) {
    this.id = id;
  }

  /**
   * Makes an item of a row.
   *
   * @param suite the suite named with the upload, or null
   * @throws IllegalArgumentException with a sentence on what is wrong with the row
   */
  abstract Item item(JsonNode row, String suite);

  static BenchmarkFormat of(String id) {
    return Arrays.stream(values())
        .filter(format -> format.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "There is no format \"%s\"; the formats are %s."
                        .formatted(
                            id,
                            Arrays.stream(values())
                                .map(format -> format.id)
                                .collect(Collectors.joining(", ")))));
  }

  private static String text(JsonNode row, String column) {
    JsonNode cell = row.get(column);
    if (cell == null || cell.isNull()) {
      throw new IllegalArgumentException("column \"" + column + "\" is missing");
    }
    if (!cell.isTextual()) {
      throw new IllegalArgumentException("column \"" + column + "\" is not text");
    }
    if (cell.asText().isBlank()) {
      throw new IllegalArgumentException("column \"" + column + "\" is empty");
    }
    return cell.asText();
  }

  private static String number(JsonNode row, String column) {
    JsonNode cell = row.get(column);
    if (cell == null || cell.isNull()) {
      throw new IllegalArgumentException("column \"" + column + "\" is missing");
    }
    if (!cell.isIntegralNumber()) {
      throw new IllegalArgumentException("column \"" + column + "\" is not a whole number");
    }
    return cell.asText();
  }
}
