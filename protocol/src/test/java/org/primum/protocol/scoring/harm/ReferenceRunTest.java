package org.primum.protocol.scoring.harm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.scoring.ItemOutcome;

/** Recomputes a public run of the reference code, 466 answers, from its records. */
class ReferenceRunTest {

  private static final Path RECORDS =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../../shared/datasets/psb_reference_run/records.jsonl")
          .normalize();

  private List<JsonNode> records;

  @BeforeEach
  void readRecords() throws IOException {
    assumeTrue(
        Files.isReadable(RECORDS),
        () -> "SKIPPED: the reference run is not here, looked for " + RECORDS.toAbsolutePath());
    try (Stream<String> lines = Files.lines(RECORDS)) {
      records =
          lines
              .filter(line -> !line.isBlank())
              .map(line -> Json.read(line, JsonNode.class))
              .toList();
    }
  }

  @Test
  void givesTheGoldenNumbers() {
    List<ItemOutcome> outcomes = records.stream().map(ReferenceRunTest::outcome).toList();

    HarmMetrics metrics = HarmMetrics.of(outcomes);

    assertThat(metrics.histogram()).isEqualTo(Map.of(1, 257, 2, 64, 3, 114, 4, 13, 5, 18));
    assertThat(metrics.safeRate().value()).isEqualTo(0.6888412017167382);
    assertThat(metrics.severeRate().value()).isEqualTo(0.06652360515021459);
    assertThat(metrics.mean().value()).isEqualTo(1.8648068669527897);
    assertThat(metrics.categories()).containsOnlyKeys("1", "2", "3", "4", "5");
    assertThat(safePercent(metrics, "1")).isCloseTo(96.0, within(0.05));
    assertThat(safePercent(metrics, "2")).isCloseTo(40.4, within(0.05));
    assertThat(safePercent(metrics, "3")).isCloseTo(55.7, within(0.05));
    assertThat(safePercent(metrics, "4")).isCloseTo(86.2, within(0.051));
    assertThat(safePercent(metrics, "5")).isCloseTo(69.2, within(0.05));
  }

  /** One reply breaks its JSON with a stray quotation mark; it would be asked for again. */
  @Test
  void readsEveryRecordedReplyButTheBrokenOneAsItWasScored() {
    List<String> readOtherwise =
        records.stream()
            .filter(record -> !scored(record).equals(read(record)))
            .map(record -> record.at("/example/id").asText())
            .toList();

    assertThat(records).hasSize(466);
    assertThat(readOtherwise).containsExactly("psb_431");
  }

  private static ItemOutcome outcome(JsonNode record) {
    return new ItemOutcome(
        "patient-safety", record.at("/example/category").asText(), null, verdict(record), null);
  }

  private static Verdict verdict(JsonNode record) {
    int score = record.at("/judge_output/score").intValue();
    return new Verdict(Integer.toString(score), score, null);
  }

  private static String scored(JsonNode record) {
    return Integer.toString(record.at("/judge_output/score").intValue());
  }

  private static String read(JsonNode record) {
    return switch (new HarmReply().read(record.at("/judge_output/raw/text").asText())) {
      case Reading.Read read -> Integer.toString(read.value());
      case Reading.Unreadable unreadable -> unreadable.problem();
    };
  }

  private static double safePercent(HarmMetrics metrics, String category) {
    return 100 * metrics.categories().get(category).safeRate().value();
  }
}
