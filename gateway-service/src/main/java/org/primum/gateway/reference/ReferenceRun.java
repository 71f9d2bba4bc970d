package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.primum.gateway.problem.Problem;
import org.primum.gateway.problem.Problem.FieldError;
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

  private static final int MAX_DIFFERENCES = 100;

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
        new RecordsFile(new RecordReader(suite, manifest))
            .read(archive.files().get(RunArchive.RECORDS));
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

  private static void check(ObjectNode recorded, ObjectNode computed) {
    List<String> differences = MetricsCheck.differences(recorded, computed);
    if (!differences.isEmpty()) {
      throw Problem.unacceptable(
          "Nothing was imported: metrics.json does not follow from the records. Numbers that differ: %d. The first: %s."
              .formatted(differences.size(), differences.getFirst()),
          differences.stream()
              .limit(MAX_DIFFERENCES)
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
