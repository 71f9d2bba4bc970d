package org.primum.leaderboard.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.primum.leaderboard.result.PartGap;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

/**
 * A model's result in one comparable group.
 *
 * @param evaluation the newest complete one of the group that was not withdrawn
 * @param suites what it found
 * @param gaps its public and its private part beside each other
 */
public record GroupResult(
    EvaluationChanged evaluation, List<SuiteResult> suites, List<PartGap> gaps) {

  /** One result for each group of our own evaluations there is, newest first. */
  static List<GroupResult> own(List<EvaluationChanged> newestFirst) {
    return newest(newestFirst.stream().filter(evaluation -> !evaluation.imported()));
  }

  /** The same for runs that were brought in. */
  static List<GroupResult> imported(List<EvaluationChanged> newestFirst) {
    return newest(newestFirst.stream().filter(EvaluationChanged::imported));
  }

  private static List<GroupResult> newest(Stream<EvaluationChanged> newestFirst) {
    Map<String, EvaluationChanged> groups = new LinkedHashMap<>();
    newestFirst
        .filter(evaluation -> evaluation.state() == EvaluationState.COMPLETE)
        .filter(evaluation -> !evaluation.withdrawn())
        .forEach(evaluation -> groups.putIfAbsent(evaluation.group(), evaluation));
    return groups.values().stream()
        .map(
            evaluation ->
                new GroupResult(
                    evaluation, SuiteResult.of(evaluation.suites()), PartGap.of(evaluation)))
        .toList();
  }
}
