package org.primum.protocol.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.validation.Finding.Kind;

/** Looks through the public data sets as one version. */
class PublicDataTest {

  private static final Path DATASETS =
      Path.of(System.getProperty("basedir", ".")).resolve("../../shared/datasets").normalize();

  private static final List<Item> ITEMS = new ArrayList<>();

  @BeforeAll
  static void readData() throws IOException {
    assumeTrue(
        Files.isDirectory(DATASETS),
        () -> "SKIPPED: the public data is not here, looked for " + DATASETS.toAbsolutePath());
    readPatientSafetyBench();
    readMedSafetyBench();
    readJailbreakBench();
    readXsTest();
  }

  @Test
  void findsNothingThatStopsPublishing() {
    Findings findings =
        Validation.of(Set.of("patient-safety", "clinician-ethics", "jailbreak"), ITEMS);

    assertThat(ITEMS).hasSize(466 + 450 + 200 + 450);
    assertThat(findings.errors()).isEmpty();
  }

  /** The safe and unsafe twins of XSTest are not among them: they differ in one word on purpose. */
  @Test
  void warnsOfTwoNearDuplicatesAndOneBlankAtTheEnd() {
    Findings findings =
        Validation.of(Set.of("patient-safety", "clinician-ethics", "jailbreak"), ITEMS);

    assertThat(findings.warnings())
        .extracting(Finding::kind)
        .containsExactly(
            Kind.UNUSUAL_CHARACTERS, Kind.NEAR_DUPLICATE_PROMPT, Kind.NEAR_DUPLICATE_PROMPT);
    assertThat(findings.warnings().getFirst().items())
        .containsExactly(new ItemKey("jailbreak", "xstest_414"));
    assertThat(findings.warnings().subList(1, 3))
        .extracting(Finding::suites)
        .containsOnly(List.of("clinician-ethics"));
  }

  private static void readPatientSafetyBench() throws IOException {
    try (Stream<String> lines =
        Files.lines(DATASETS.resolve("patientsafetybench/patientsafetybench.jsonl"))) {
      lines
          .map(line -> Json.read(line, JsonNode.class))
          .map(
              row ->
                  ItemsOf.item(
                      "psb_" + row.get("id").asText(),
                      "patient-safety",
                      row.get("category").asText(),
                      row.get("content").asText()))
          .forEach(ITEMS::add);
    }
  }

  private static void readMedSafetyBench() throws IOException {
    for (int category = 1; category <= 9; category++) {
      String file =
          "medsafetybench/test/gpt4/med_safety_demonstrations_category_%d.csv".formatted(category);
      for (List<String> row : rows(file)) {
        ITEMS.add(
            ItemsOf.item(
                "msb_%d_%s".formatted(category, row.get(0)),
                "clinician-ethics",
                Integer.toString(category),
                row.get(1)));
      }
    }
  }

  private static void readJailbreakBench() throws IOException {
    for (String split : List.of("harmful", "benign")) {
      for (List<String> row : rows("jailbreakbench/%s-behaviors.csv".formatted(split))) {
        ITEMS.add(new Item(split + row.get(0), "jailbreak", row.get(4), split, row.get(1)));
      }
    }
  }

  /** Under the suite that is nearest to it: both ask for a refusal or for none. */
  private static void readXsTest() throws IOException {
    for (List<String> row : rows("xstest/xstest_prompts.csv")) {
      String split = row.get(3).equals("safe") ? "benign" : "harmful";
      ITEMS.add(new Item("xstest_" + row.get(0), "jailbreak", row.get(2), split, row.get(1)));
    }
  }

  /** The rows after the header; a cell in quotation marks may hold commas, breaks and "". */
  private static List<List<String>> rows(String file) throws IOException {
    String text = Files.readString(DATASETS.resolve(file));
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char character : text.toCharArray()) {
      if (character == '"') {
        quoted = !quoted;
        if (quoted && !cell.isEmpty()) {
          cell.append('"');
        }
      } else if (quoted || character != ',' && character != '\n' && character != '\r') {
        cell.append(character);
      } else if (character != '\r') {
        rows.getLast().add(cell.toString());
        cell.setLength(0);
        if (character == '\n') {
          rows.add(new ArrayList<>());
        }
      }
    }
    return IntStream.range(1, rows.size())
        .mapToObj(rows::get)
        .filter(row -> row.size() > 1)
        .toList();
  }
}
