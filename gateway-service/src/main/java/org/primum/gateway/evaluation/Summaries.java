package org.primum.gateway.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.primum.gateway.account.Caller;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.cost.Costs;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.ModelFamily;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.PanelMember;
import org.primum.protocol.scoring.AnswerTraits;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.suite.Suites;

/** Makes the evaluation object of the API and the messages from an evaluation and its tasks. */
@ApplicationScoped
public class Summaries {

  private final Evaluations evaluations;
  private final FrozenJudging judging;
  private final Costs costs;

  Summaries(Evaluations evaluations, FrozenJudging judging, Costs costs) {
    this.evaluations = evaluations;
    this.judging = judging;
    this.costs = costs;
  }

  /** As it is now; the frozen one when the evaluation is finished. */
  public EvaluationChanged of(Evaluation evaluation) {
    return evaluation.summary == null
        ? compute(evaluation)
        : Json.read(evaluation.summary, EvaluationChanged.class);
  }

  /** The same, without the owner unless the caller may know. */
  EvaluationChanged shownTo(Caller caller, Evaluation evaluation) {
    EvaluationChanged summary = of(evaluation);
    return caller.knows(evaluation.model.owner()) ? summary : summary.withoutOwner();
  }

  EvaluationChanged compute(Evaluation evaluation) {
    List<ItemOutcome> outcomes = new ArrayList<>();
    Map<FailureKind, Integer> failures = new EnumMap<>(FailureKind.class);
    int answered = 0;
    int scored = 0;
    int failed = 0;
    for (Tuple task : evaluations.progress(evaluation.id)) {
      boolean isScored = Task.SCORED.equals(task.get("state"));
      boolean isFailed = Task.FAILED.equals(task.get("state"));
      FailureKind failure = isFailed ? Task.kind(task.get("failure", String.class)) : null;
      answered += task.get("answered", Boolean.class) ? 1 : 0;
      scored += isScored ? 1 : 0;
      if (isFailed) {
        failed++;
        failures.merge(failure, 1, Integer::sum);
      }
      outcomes.add(
          new ItemOutcome(
              task.get("item", String.class),
              task.get("repetition", Integer.class),
              task.get("suite", String.class),
              task.get("category", String.class),
              task.get("split", String.class),
              task.get("part", String.class),
              isScored ? Json.read(task.get("verdict", String.class), Verdict.class) : null,
              failure,
              traits(task)));
    }
    Map<Boolean, List<ItemOutcome>> parts =
        outcomes.stream().collect(Collectors.partitioningBy(item -> item.part() == null));
    boolean divided = !parts.get(true).isEmpty() && !parts.get(false).isEmpty();
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
        outcomes.size(),
        answered,
        scored,
        failed,
        failures,
        evaluation.createdAt,
        evaluation.startedAt,
        evaluation.finishedAt,
        Suites.metrics(outcomes),
        evaluation.origin,
        repeats == 1 ? null : repeats,
        panel(evaluation),
        divided ? Suites.metrics(parts.get(true)) : Map.of(),
        divided ? Suites.metrics(parts.get(false)) : Map.of(),
        null,
        costs.of(evaluation.id, evaluation.model, evaluation.version, evaluation.costLimit),
        evaluation.reuseAnswers ? true : null);
  }

  private static AnswerTraits traits(Tuple task) {
    Integer length = task.get("length", Integer.class);
    return length == null
        ? null
        : new AnswerTraits(length, task.get("stockRefusal", Boolean.class));
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
