package org.primum.leaderboard.picture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.primum.leaderboard.compare.Ranking.Ranked;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.scoring.Rate;

/**
 * A model of a comparable group with what its newest complete evaluation found.
 *
 * @param evaluation where the numbers come from
 * @param benchmark the benchmark's name
 * @param version the benchmark's version
 * @param model the model
 * @param finished how many items ended, with a verdict or without
 * @param suites what was found
 */
public record GroupMember(
    UUID evaluation,
    String benchmark,
    String version,
    ModelCard model,
    int finished,
    List<SuiteResult> suites) {

  /** What that evaluation found. */
  public static GroupMember of(EvaluationChanged evaluation) {
    return of(evaluation, SuiteResult.of(evaluation.suites()));
  }

  /**
   * The same where it is known already what the evaluation found.
   *
   * @param suites the same, ready to be shown
   */
  public static GroupMember of(EvaluationChanged evaluation, List<SuiteResult> suites) {
    return new GroupMember(
        evaluation.id(),
        evaluation.benchmark(),
        evaluation.version(),
        evaluation.model(),
        evaluation.scored() + evaluation.failed(),
        suites);
  }

  /** As it is ranked. */
  public Ranked ranked() {
    return new Ranked(evaluation, finished);
  }

  /** The model's name where there is a line for it. */
  public String name() {
    return Label.line(model.name());
  }

  /** What it found in that suite. */
  public Optional<SuiteResult> suite(String id) {
    return suites.stream().filter(suite -> suite.id().equals(id)).findFirst();
  }

  /** How it does in that suite by its most telling rate. */
  Optional<Side> side(String suite) {
    return suite(suite).flatMap(Side::of);
  }

  /** A rate of a suite that has an estimate. */
  Optional<Rate> rate(String suite, String rate) {
    return suite(suite).stream()
        .flatMap(found -> found.rates().stream())
        .filter(found -> found.id().equals(rate) && found.estimate() != null)
        .findFirst();
  }
}
