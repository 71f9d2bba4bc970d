package org.primum.leaderboard.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

/**
 * A model's result in one comparable group.
 *
 * @param evaluation the newest complete one of the group
 * @param suites what it found
 */
public record GroupResult(EvaluationChanged evaluation, List<SuiteResult> suites) {

  /** One result for each group there is, newest first. */
  static List<GroupResult> newest(List<EvaluationChanged> newestFirst) {
    Map<String, EvaluationChanged> groups = new LinkedHashMap<>();
    newestFirst.stream()
        .filter(evaluation -> evaluation.state() == EvaluationState.COMPLETE)
        .forEach(evaluation -> groups.putIfAbsent(evaluation.group(), evaluation));
    return groups.values().stream()
        .map(evaluation -> new GroupResult(evaluation, SuiteResult.of(evaluation.suites())))
        .toList();
  }
}
