package org.primum.leaderboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.evaluation.FinishedEvaluations;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;

/** Everything that is public of a version and of the evaluations on it, as a zip. */
@ApplicationScoped
class VersionArchive {

  private final Evaluations evaluations;
  private final FinishedEvaluations finished;
  private final BoardExport board;
  private final RecordExport records;

  VersionArchive(
      Evaluations evaluations,
      FinishedEvaluations finished,
      BoardExport board,
      RecordExport records) {
    this.evaluations = evaluations;
    this.finished = finished;
    this.board = board;
    this.records = records;
  }

  /**
   * A line of the list of evaluations.
   *
   * @param evaluation as the API shows it to anybody
   * @param records the file with its records; null where there is none
   * @param withheld why there is none, or null
   */
  private record Listed(EvaluationChanged evaluation, String records, String withheld) {}

  /** Writes the archive of that version; its citation depends on where the pages are. */
  void write(BenchmarkChanged version, String citation, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    add(zip, "README.md", ArchiveReadme.of(version));
    add(zip, "CITATION.cff", citation);
    add(zip, "version.json", Json.write(VersionDescription.of(version)) + "\n");
    zip.putNextEntry(new ZipEntry("board.csv"));
    board.write(new BoardFilter(version.benchmark(), version.version(), null), Format.CSV, zip);
    zip.closeEntry();
    List<UUID> ended = finished.ofVersion(version.benchmark(), version.version());
    zip.putNextEntry(new ZipEntry("evaluations.ndjson"));
    for (UUID id : ended) {
      zip.write((Json.write(listed(id)) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    zip.closeEntry();
    for (UUID id : ended) {
      EvaluationChanged evaluation = known(id);
      if (records.obstacle(evaluation).isEmpty()) {
        zip.putNextEntry(new ZipEntry(file(id)));
        records.write(evaluation, Format.NDJSON, zip);
        zip.closeEntry();
      }
    }
    zip.finish();
    out.flush();
  }

  private Listed listed(UUID id) {
    EvaluationChanged evaluation = known(id);
    Optional<String> obstacle = records.obstacle(evaluation);
    return new Listed(
        evaluation.withoutOwner(), obstacle.isEmpty() ? file(id) : null, obstacle.orElse(null));
  }

  private EvaluationChanged known(UUID id) {
    return evaluations.one(id).orElseThrow();
  }

  private static String file(UUID evaluation) {
    return "records/" + evaluation + "." + Format.NDJSON.extension();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
