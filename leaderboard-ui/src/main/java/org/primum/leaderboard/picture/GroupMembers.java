package org.primum.leaderboard.picture;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.result.SuiteResults;

/** The models of comparable groups. */
@ApplicationScoped
public class GroupMembers {

  private final Evaluations evaluations;
  private final SuiteResults results;

  GroupMembers(Evaluations evaluations, SuiteResults results) {
    this.evaluations = evaluations;
    this.results = results;
  }

  /** Every model of the group, by name; none where there is no such group. */
  public List<GroupMember> of(String group) {
    return evaluations.onBoard(group).stream()
        .map(evaluation -> GroupMember.of(evaluation, results.of(evaluation)))
        .sorted(
            Comparator.comparing((GroupMember member) -> member.model().name())
                .thenComparing(GroupMember::evaluation))
        .toList();
  }
}
