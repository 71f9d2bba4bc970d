package org.primum.leaderboard.sharing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.page.PlainText;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.EvaluationState;

/**
 * What stands for a model on other people's pages.
 *
 * @param model the model
 * @param newest its newest complete evaluation of our own that was not withdrawn; empty without one
 */
record ModelResult(ModelCard model, Optional<EvaluationChanged> newest) {

  /** How long others may keep it. */
  static final String KEPT = "max-age=300";

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_VERSION = 40;

  /** Of a model that was evaluated, however it ended. */
  static Optional<ModelResult> of(UUID model, Evaluations evaluations) {
    List<EvaluationChanged> found = evaluations.ofModels(List.of(model));
    return found.stream()
        .findFirst()
        .map(
            any ->
                new ModelResult(
                    any.model(),
                    found.stream()
                        .filter(evaluation -> evaluation.state() == EvaluationState.COMPLETE)
                        .filter(evaluation -> !evaluation.imported() && !evaluation.withdrawn())
                        .findFirst()));
  }

  /** The model's name, in a line. */
  public String name() {
    return PlainText.line(model.name(), LONGEST_NAME);
  }

  /** Who stands behind it, in a line. */
  public String organization() {
    return PlainText.line(model.organization(), LONGEST_NAME);
  }

  /** The benchmark and its version; empty without a result. */
  public Optional<String> version() {
    return newest.map(
        evaluation ->
            PlainText.line(evaluation.benchmark() + " " + evaluation.version(), LONGEST_VERSION));
  }

  /** The number that is shown first; empty without a result. */
  public Optional<Side> headline() {
    return newest.flatMap(Headline::of);
  }

  /** All numbers that are shown. */
  public List<Side> numbers() {
    return newest.map(Headline::all).orElse(List.of());
  }
}
