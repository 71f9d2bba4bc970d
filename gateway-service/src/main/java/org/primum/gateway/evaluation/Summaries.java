package org.primum.gateway.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.cost.Costs;
import org.primum.protocol.Json;
import org.primum.protocol.ModelFamily;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.PanelMember;
import org.primum.protocol.message.EvaluationProgress;

/** Makes the evaluation object of the API and the messages from an evaluation and its tasks. */
@ApplicationScoped
public class Summaries {

  private final FrozenJudging judging;
  private final Tally tally;
  private final TaskOutcomes outcomes;
  private final ProgressRecords records;
  private final Costs costs;

  Summaries(
      FrozenJudging judging,
      Tally tally,
      TaskOutcomes outcomes,
      ProgressRecords records,
      Costs costs) {
    this.judging = judging;
    this.tally = tally;
    this.outcomes = outcomes;
    this.records = records;
    this.costs = costs;
  }

  /**
   * What the tasks of an evaluation come to, exactly.
   *
   * @param counts how many are where
   * @param metrics over all of them
   */
  record Result(TaskCounts counts, Metrics metrics) {}

  /**
   * The frozen one of a finished evaluation. Of one that runs, the counts as they are now, with the
   * metrics and the pace that were announced last; no task is read for it.
   */
  public EvaluationChanged of(Evaluation evaluation) {
    if (evaluation.summary != null) {
      EvaluationChanged frozen = Json.read(evaluation.summary, EvaluationChanged.class);
      return evaluation.withdrawnAt == null
          ? frozen
          : frozen.withdrawn(
              evaluation.revision, evaluation.withdrawnAt, evaluation.withdrawnReason);
    }
    ProgressRecords.Kept kept = records.of(evaluation.id);
    return make(
        evaluation,
        tally.of(evaluation.id),
        kept.metrics() == null ? Metrics.NONE : kept.metrics(),
        kept.told() == null ? null : kept.told().progress());
  }

  /** The same, without the owner unless the caller may know. */
  EvaluationChanged shownTo(Caller caller, Evaluation evaluation) {
    EvaluationChanged summary = of(evaluation);
    return caller.knows(evaluation.model.owner()) ? summary : summary.withoutOwner();
  }

  /** Reads every task of an evaluation and computes what they come to. */
  Result result(UUID evaluationId) {
    TaskOutcomes.Read read = outcomes.of(evaluationId);
    return new Result(read.counts(), Metrics.of(read.outcomes()));
  }

  /** The object of an evaluation that has ended. */
  EvaluationChanged ended(Evaluation evaluation, Result result) {
    return make(evaluation, result.counts(), result.metrics(), null);
  }

  /**
   * The object of an evaluation.
   *
   * @param progress null where nothing is to be said about it
   */
  EvaluationChanged make(
      Evaluation evaluation, TaskCounts counts, Metrics metrics, EvaluationProgress progress) {
    int repeats = evaluation.version.settings().repeats();
    return new EvaluationChanged(
        evaluation.id,
        evaluation.revision,
        evaluation.state(),
        evaluation.model.card(),
        evaluation.model.owner(),
        evaluation.version.benchmark(),
        evaluation.version.version(),
        evaluation.version.privateItems(),
        evaluation.comparableGroup,
        evaluation.version.judges(),
        counts.asked(),
        counts.answered(),
        counts.scored(),
        counts.failed(),
        counts.failures(),
        evaluation.createdAt,
        evaluation.startedAt,
        evaluation.finishedAt,
        metrics.suites(),
        evaluation.origin,
        repeats == 1 ? null : repeats,
        panel(evaluation),
        metrics.publicSuites(),
        metrics.privateSuites(),
        progress,
        costs.of(evaluation.id, evaluation.model, evaluation.version, evaluation.costLimit),
        evaluation.reuseAnswers ? true : null,
        evaluation.withdrawnAt,
        evaluation.withdrawnReason);
  }

  private List<PanelMember> panel(Evaluation evaluation) {
    String family = evaluation.model.card().family();
    return judging.panel(evaluation.version).stream()
        .map(
            judge ->
                new PanelMember(
                    judge.name(), judge.family(), ModelFamily.shared(judge.family(), family)))
        .toList();
  }
}
