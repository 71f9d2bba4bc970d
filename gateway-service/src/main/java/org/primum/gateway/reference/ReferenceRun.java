package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.primum.gateway.problem.Problem;
import org.primum.gateway.problem.Problem.FieldError;
import org.primum.protocol.Require;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/**
 * A run that somebody brings, read and checked: every record can be taken, the counts are those of
 * the manifest, and the metrics follow from the records.
 *
 * @param suite the suite it is of
 * @param manifest what it says of itself
 * @param metrics the {@code metrics.json} it came with
 * @param records in the file's order
 * @param ignored what else was in the zip
 */
public record ReferenceRun(
    Suite suite,
    ReferenceManifest manifest,
    String metrics,
    List<ImportedRecord> records,
    List<String> ignored) {

  private static final int MAX_LINE = 4 * 1024 * 1024;
  private static final int MAX_PROBLEMS = 100;

  /**
   * Reads a zip.
   *
   * @param named the suite somebody named, or null when the manifest is to say
   * @throws Problem with line numbers, when anything is wrong: all or nothing is taken
   */
  public static ReferenceRun read(Path zip, String named) throws IOException {
    RunArchive archive = RunArchive.read(zip);
    ReferenceManifest manifest;
    ObjectNode recorded;
    try {
      manifest = ReferenceManifest.read(archive.text(RunArchive.MANIFEST));
    } catch (IllegalArgumentException wrong) {
      throw refused(RunArchive.MANIFEST, wrong);
    }
    try {
      recorded = ExactJson.object(archive.text(RunArchive.METRICS));
    } catch (IllegalArgumentException wrong) {
      throw refused(RunArchive.METRICS, wrong);
    }
    Suite suite = suite(manifest.benchmark(), named);
    List<ImportedRecord> records =
        records(archive.files().get(RunArchive.RECORDS), new RecordReader(suite, manifest));
    if (records.size() != manifest.recorded()) {
      throw Problem.unacceptable(
          "Nothing was imported: records.jsonl holds %d records, and the manifest's"
                  .formatted(records.size())
              + " completed_examples is %d. The file may be cut off."
                  .formatted(manifest.recorded()));
    }
    List<ItemOutcome> outcomes = records.stream().map(ImportedRecord::outcome).toList();
    if (outcomes.stream().noneMatch(ItemOutcome::scored)) {
      throw Problem.unacceptable("Nothing was imported: no record of the run is judged.");
    }
    named(recorded, "benchmark", manifest.benchmark());
    named(recorded, "model_id", manifest.modelId());
    check(
        recorded, ReferenceMetrics.of(suite.id(), manifest.modelId(), outcomes, manifest.asked()));
    return new ReferenceRun(
        suite, manifest, archive.text(RunArchive.METRICS), records, archive.ignored());
  }

  private static void named(ObjectNode metrics, String field, String manifest) {
    if (!manifest.equals(metrics.path(field).textValue())) {
      throw Problem.unacceptable(
          "Nothing was imported: %s is %s in metrics.json and \"%s\" in manifest.json."
              .formatted(field, Fields.shown(metrics.get(field)), manifest));
    }
  }

  private static Suite suite(String benchmark, String named) {
    Optional<String> known = ReferenceBenchmark.suiteOf(benchmark);
    if (named == null) {
      return Suites.of(
          known.orElseThrow(
              () ->
                  Problem.unacceptable(
                      "The manifest's benchmark \"%s\" is none of %s. Name the \"suite\" it is of."
                          .formatted(benchmark, ReferenceBenchmark.allNames()))));
    }
    Suite suite =
        Suites.find(named)
            .orElseThrow(() -> Problem.badRequest("There is no suite \"" + named + "\"."));
    if (known.isPresent() && !known.get().equals(named)) {
      throw Problem.unacceptable(
          "The manifest's benchmark \"%s\" is of the suite %s, not of %s."
              .formatted(benchmark, known.get(), named));
    }
    return suite;
  }

  private static List<ImportedRecord> records(byte[] content, RecordReader reader) {
    List<ImportedRecord> records = new ArrayList<>();
    List<FieldError> problems = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    int wrong = 0;
    int number = 0;
    int from = 0;
    while (from < content.length) {
      int to = from;
      while (to < content.length && content[to] != '\n') {
        to++;
      }
      number++;
      try {
        Require.that(to - from <= MAX_LINE, "it is longer than " + MAX_LINE + " bytes");
        String line =
            RunArchive.text("it", java.util.Arrays.copyOfRange(content, from, to)).strip();
        if (!line.isEmpty()) {
          ImportedRecord record = reader.read(line);
          Require.that(
              seen.add(List.of(record.item().id(), record.repetition())),
              "id \"" + record.item().id() + "\" is there twice");
          Require.that(
              records.size() < ReferenceManifest.MAX_RECORDS,
              "more than " + ReferenceManifest.MAX_RECORDS + " records are not taken");
          records.add(record);
        }
      } catch (IllegalArgumentException refused) {
        wrong++;
        if (problems.size() < MAX_PROBLEMS) {
          problems.add(new FieldError("line " + number, refused.getMessage()));
        }
      }
      from = to + 1;
    }
    if (wrong > 0) {
      throw Problem.unacceptable(
          "Nothing was imported: %d of %d records cannot be taken. Line %s: %s."
              .formatted(
                  wrong,
                  wrong + records.size(),
                  problems.getFirst().field().substring("line ".length()),
                  problems.getFirst().message()),
          problems);
    }
    return records;
  }

  private static void check(ObjectNode recorded, ObjectNode computed) {
    List<String> differences = MetricsCheck.differences(recorded, computed);
    if (!differences.isEmpty()) {
      throw Problem.unacceptable(
          "Nothing was imported: metrics.json does not follow from the records in %d places. %s."
              .formatted(differences.size(), differences.getFirst()),
          differences.stream()
              .limit(MAX_PROBLEMS)
              .map(difference -> new FieldError(RunArchive.METRICS, difference))
              .toList());
    }
  }

  private static Problem refused(String file, IllegalArgumentException wrong) {
    return Problem.unacceptable(
        "Nothing was imported. %s: %s.".formatted(file, wrong.getMessage()),
        List.of(new FieldError(file, wrong.getMessage())));
  }
}
