package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.primum.gateway.account.Caller;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.model.Models;
import org.primum.gateway.problem.Problem;
import org.primum.gateway.reference.ExactJson;
import org.primum.gateway.reference.ImportedRecord;
import org.primum.gateway.reference.ReferenceManifest;
import org.primum.gateway.reference.ReferenceMetrics;
import org.primum.gateway.reference.ReferenceRun;
import org.primum.messaging.Outbox;
import org.primum.protocol.ContentHash;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.message.ItemFinished;

/**
 * Runs that were made elsewhere: kept as finished evaluations that say so, each in a comparable
 * group of its own, because nobody knows everything that could have moved their numbers.
 */
@ApplicationScoped
class ImportedRuns {

  /** Most rows written before they leave the memory. */
  private static final int BATCH = 100;

  /** Room for the largest run; an own evaluation never holds a transaction that long. */
  private static final int SECONDS = (int) Duration.ofMinutes(5).toSeconds();

  private final Session database;
  private final Evaluations evaluations;
  private final Summaries summaries;
  private final BenchmarkVersions versions;
  private final Models models;
  private final Outbox outbox;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  ImportedRuns(
      Session database,
      Evaluations evaluations,
      Summaries summaries,
      BenchmarkVersions versions,
      Models models,
      Outbox outbox,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.database = database;
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.versions = versions;
    this.models = models;
    this.outbox = outbox;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Two files of a run, as they came. */
  record Files(String manifest, String metrics) {}

  /** What an evaluation was imported with; empty for one of our own. */
  Optional<Files> files(UUID evaluationId) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                database
                    .createNativeQuery(
                        "select manifest, metrics from imported_run where evaluation_id = ?1",
                        Tuple.class)
                    .setParameter(1, evaluationId)
                    .uniqueResultOptional()
                    .map(row -> new Files(row.get(0, String.class), row.get(1, String.class))));
  }

  /**
   * Takes a run that was read and checked, all of it or nothing.
   *
   * @throws Problem when it is there already
   */
  EvaluationChanged take(ReferenceRun run, String organization, boolean privateItems) {
    return QuarkusTransaction.requiringNew()
        .timeout(SECONDS)
        .call(
            () -> {
              refuseTwice(run);
              Evaluation evaluation = begin(run, organization, privateItems);
              addRecords(evaluation.id, run);
              return finish(evaluations.required(evaluation.id), run);
            });
  }

  private void refuseTwice(ReferenceRun run) {
    database
        .createNativeQuery(
            "select evaluation_id from imported_run where run_id = ?1 and suite = ?2", UUID.class)
        .setParameter(1, run.manifest().runId())
        .setParameter(2, run.suite().id())
        .uniqueResultOptional()
        .ifPresent(
            there -> {
              throw Problem.conflict(
                  "The run %s is there already, as evaluation %s."
                      .formatted(run.manifest().runId(), there));
            });
  }

  private Evaluation begin(ReferenceRun run, String organization, boolean privateItems) {
    ReferenceManifest manifest = run.manifest();
    Instant now = clock.instant();
    Evaluation evaluation = new Evaluation();
    evaluation.id = UUID.randomUUID();
    evaluation.model = models.imported(manifest.modelId(), organization, caller.subject(), now);
    evaluation.version =
        versions.imported(
            manifest.benchmark(),
            versionName(manifest.runId()),
            Stream.of(manifest.judgeId().split(",", -1)).filter(name -> !name.isBlank()).toList(),
            settings(run),
            privateItems);
    evaluation.origin = EvaluationChanged.IMPORTED;
    evaluation.comparableGroup =
        new ContentHash()
            .add(EvaluationChanged.IMPORTED)
            .add(manifest.runId())
            .add(run.suite().id())
            .hex();
    evaluation.createdAt = now;
    evaluation.startedAt = manifest.startedAt();
    evaluation.enter(EvaluationState.JUDGING);
    evaluations.persistAndFlush(evaluation);
    return evaluation;
  }

  /** Readable, fit for an address, and of this run alone. */
  private static String versionName(String runId) {
    String plain = runId.replaceAll("[^A-Za-z0-9._-]", "-");
    String shortened = plain.substring(0, Math.min(plain.length(), 80));
    return shortened.equals(runId)
        ? "imported-" + runId
        : "imported-" + shortened + "-" + new ContentHash().add(runId).hex().substring(0, 8);
  }

  private static VersionSettings settings(ReferenceRun run) {
    Generation generation = run.manifest().generation();
    int repeats = run.records().stream().mapToInt(ImportedRecord::repetition).max().orElse(1);
    return generation == null && repeats == 1
        ? null
        : new VersionSettings(
            generation == null ? Generation.PUBLISHED : generation, repeats, null);
  }

  private void addRecords(UUID evaluationId, ReferenceRun run) {
    int ordinal = 0;
    for (ImportedRecord record : run.records()) {
      add(Task.imported(evaluationId, ordinal++, record));
    }
    for (int missing = 1; ordinal < run.manifest().asked(); missing++) {
      add(Task.imported(evaluationId, ordinal++, notRecorded(run, missing)));
    }
    database.flush();
    database.clear();
  }

  private void add(Task task) {
    database.persist(task);
    outbox.add(ItemFinished.KEY, task.record());
    if (task.ordinal % BATCH == BATCH - 1) {
      database.flush();
      database.clear();
    }
  }

  /** An item that the run says it asked and has no record of: it lowers coverage by name. */
  private static ImportedRecord notRecorded(ReferenceRun run, int number) {
    String suite = run.suite().id();
    return new ImportedRecord(
        new Item(
            ReferenceMetrics.NOT_RECORDED + "-" + number,
            suite,
            ReferenceMetrics.NOT_RECORDED,
            null,
            "The run holds no record of this item."),
        1,
        null,
        null,
        new Failure(FailureKind.NOT_RECORDED, null),
        List.of(),
        null,
        run.manifest().completedAt(),
        null);
  }

  private EvaluationChanged finish(Evaluation evaluation, ReferenceRun run) {
    evaluation.enter(EvaluationState.COMPLETE);
    evaluation.finishedAt = run.manifest().completedAt();
    evaluation.revision = 1;
    EvaluationChanged summary = summaries.ended(evaluation, summaries.result(evaluation.id));
    evaluation.summary = Json.write(summary);
    evaluations.flush();
    outbox.add(EvaluationChanged.KEY, summary);
    database
        .createNativeMutationQuery(
            """
            insert into imported_run (evaluation_id, run_id, suite, manifest, metrics)
            values (?1, ?2, ?3, ?4, ?5)
            """)
        .setParameter(1, evaluation.id)
        .setParameter(2, run.manifest().runId())
        .setParameter(3, run.suite().id())
        .setParameter(4, ExactJson.line(run.manifest().json()))
        .setParameter(5, run.metrics())
        .executeUpdate();
    audit.add("import-run", evaluation.id.toString());
    return summary;
  }
}
