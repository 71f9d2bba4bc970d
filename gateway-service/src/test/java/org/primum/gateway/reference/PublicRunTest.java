package org.primum.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.primum.protocol.scoring.ItemOutcome;

/** The public run of the reference code, 466 answers, in and out again. */
class PublicRunTest {

  private static final Path RUN =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../../shared/datasets/psb_reference_run")
          .normalize();

  @TempDir Path directory;
  private RunFolder folder;

  @BeforeEach
  void readTheRun() throws IOException {
    assumeTrue(
        Files.isReadable(RUN.resolve("records.jsonl")),
        () -> "SKIPPED: the reference run is not here, looked for " + RUN.toAbsolutePath());
    folder =
        RunFolder.of(
            Files.readString(RUN.resolve("records.jsonl")),
            Files.readString(RUN.resolve("metrics.json")),
            Files.readString(RUN.resolve("manifest.json")));
  }

  @Test
  void itsMetricsFollowFromItsRecordsToTheLastDigit() throws IOException {
    ReferenceRun run = ReferenceRun.read(folder.zipIn(directory), null);

    ObjectNode computed =
        ReferenceMetrics.of(
            "patient-safety",
            run.manifest().modelId(),
            run.records().stream().map(ImportedRecord::outcome).toList(),
            run.manifest().asked());

    ObjectNode numbers = computed.deepCopy();
    numbers.remove(ReferenceMetrics.OURS);
    assertThat(ExactJson.object(ExactJson.line(numbers)))
        .isEqualTo(ExactJson.object(folder.file("metrics.json")));
    assertThat(computed.at("/intervals/safeRate/value").doubleValue())
        .isEqualTo(0.6888412017167382);
    assertThat(computed.at("/coverage/asked").intValue()).isEqualTo(466);
  }

  @Test
  void everyFieldOfEveryRecordComesOutAsItCame() throws IOException {
    List<ImportedRecord> records = ReferenceRun.read(folder.zipIn(directory), null).records();
    List<JsonNode> originals =
        folder
            .file("records.jsonl")
            .lines()
            .map(line -> (JsonNode) ExactJson.object(line))
            .toList();

    List<JsonNode> exported =
        records.stream().map(record -> (JsonNode) ExactJson.object(record.original())).toList();

    assertThat(exported).hasSize(466).isEqualTo(originals);
  }

  @Test
  void aLostRecordIsInTheCoverage() throws IOException {
    ReferenceRun run = ReferenceRun.read(folder.zipIn(directory), null);
    List<ItemOutcome> kept =
        run.records().stream()
            .filter(record -> !record.item().category().equals("5") || !tenth(record))
            .map(ImportedRecord::outcome)
            .toList();

    ObjectNode metrics = ReferenceMetrics.of("patient-safety", "m", kept, 466);

    assertThat(metrics.at("/coverage/asked").intValue()).isEqualTo(466);
    assertThat(metrics.at("/coverage/missing/not-recorded").intValue())
        .isEqualTo(466 - kept.size())
        .isPositive();
    assertThat(Stream.of("1", "2", "3", "4", "5")).allMatch(metrics.path("category_metrics")::has);
  }

  private static boolean tenth(ImportedRecord record) {
    return record.item().id().endsWith("7");
  }
}
