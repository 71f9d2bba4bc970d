package org.primum.gateway.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.problem.Problem;
import org.primum.gateway.reference.ExactJson;
import org.primum.gateway.reference.OwnManifest;
import org.primum.gateway.reference.ReferenceManifest;
import org.primum.gateway.reference.ReferenceMetrics;
import org.primum.gateway.reference.ReferenceRecord;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.ItemOutcome;

/**
 * The files of a run, in the reference code's layout, as far as the caller may read them. Private
 * items are for administrators; everybody else gets a run of the public ones, complete in itself.
 */
@ApplicationScoped
class RunFiles {

  private final Evaluations evaluations;
  private final FinishedTasks tasks;
  private final Summaries summaries;
  private final FrozenJudging judging;
  private final ImportedRuns imported;
  private final Caller caller;

  RunFiles(
      Evaluations evaluations,
      FinishedTasks tasks,
      Summaries summaries,
      FrozenJudging judging,
      ImportedRuns imported,
      Caller caller) {
    this.evaluations = evaluations;
    this.tasks = tasks;
    this.summaries = summaries;
    this.judging = judging;
    this.imported = imported;
    this.caller = caller;
  }

  /**
   * An evaluation as its reader may see it.
   *
   * @param evaluation the evaluation
   * @param canary stands beside every item that leaves Primum; null where the version has none
   * @param hidden whether the reader may see private items
   */
  record Readable(EvaluationChanged evaluation, String canary, boolean hidden) {

    UUID id() {
      return evaluation.id();
    }

    Set<String> suites() {
      return new TreeSet<>(evaluation.suites().keySet());
    }

    /** The suite named, or the only one. */
    String suite(String named) {
      if (named == null && suites().size() == 1) {
        return suites().iterator().next();
      }
      if (named == null) {
        throw Problem.badRequest(
            "The evaluation has the suites %s. Name one, for example ?suite=%s."
                .formatted(suites(), suites().iterator().next()));
      }
      if (!suites().contains(named)) {
        throw Problem.notFound("The evaluation has the suites %s.".formatted(suites()));
      }
      return named;
    }
  }

  /**
   * The evaluation, when the caller may read its items.
   *
   * @throws Problem when there is none, or not for this caller
   */
  Readable readable(UUID id) {
    Readable readable =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Evaluation found = evaluations.required(id);
                  return new Readable(
                      summaries.of(found), found.version.canary(), caller.administrates());
                });
    if (!caller.reads(readable.evaluation().owner())) {
      throw Problem.forbidden("Only a reviewer, an administrator or the owner may read records.");
    }
    return readable;
  }

  /** The same, when it has ended. */
  Readable finished(UUID id) {
    Readable readable = readable(id);
    if (!readable.evaluation().state().finished()) {
      throw Problem.conflict(
          "The evaluation is %s. Its run can be exported when it has ended; its records can be read"
                  .formatted(readable.evaluation().state().label())
              + " now.");
    }
    return readable;
  }

  /** Writes {@code records.jsonl}, a page at a time; a suite of null means all. */
  void records(Readable run, String suite, OutputStream content) throws IOException {
    forEach(run, suite, task -> content.write(line(run, task)));
  }

  private static byte[] line(Readable run, Task task) {
    ObjectNode record =
        task.original == null
            ? ReferenceRecord.of(task.record(), run.evaluation(), run.canary())
            : ReferenceRecord.imported(task.original, task.record());
    return (ExactJson.line(record) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** {@code metrics.json} of a suite. */
  ObjectNode metrics(Readable run, String suite) throws IOException {
    List<ItemOutcome> outcomes = new ArrayList<>();
    forEach(run, suite, task -> outcomes.add(task.outcome()));
    ObjectNode computed =
        ReferenceMetrics.of(
            suite,
            run.evaluation().model().modelName(),
            outcomes,
            QuarkusTransaction.requiringNew()
                .call(() -> evaluations.asked(run.id(), suite, run.hidden())));
    return imported
        .files(run.id())
        .map(files -> ReferenceMetrics.imported(files.metrics(), computed))
        .orElse(computed);
  }

  /** {@code manifest.json} of a suite. */
  ObjectNode manifest(Readable run, String suite) {
    ImportedRuns.Files files = imported.files(run.id()).orElse(null);
    if (files != null) {
      return ReferenceManifest.imported(files.manifest(), suite);
    }
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              BenchmarkVersion version = evaluations.required(run.id()).version;
              return new OwnManifest(
                      run.evaluation(),
                      suite,
                      version.settings().generation(),
                      judging.known(version).get(suite),
                      evaluations.asked(run.id(), suite, run.hidden()),
                      evaluations.recorded(run.id(), suite, run.hidden()))
                  .json();
            });
  }

  /** Every finished task that there is a record of. */
  private void forEach(Readable run, String suite, FinishedTasks.Handler handler)
      throws IOException {
    tasks.forEach(
        run.id(),
        suite,
        run.hidden(),
        task -> {
          if (recorded(task)) {
            handler.take(task);
          }
        });
  }

  private static boolean recorded(Task task) {
    return task.failureKind == null || Task.kind(task.failureKind) != FailureKind.NOT_RECORDED;
  }
}
