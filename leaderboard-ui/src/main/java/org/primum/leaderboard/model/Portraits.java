package org.primum.leaderboard.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.primum.leaderboard.compare.Ranking;
import org.primum.leaderboard.model.Portrait.Pictures;
import org.primum.leaderboard.picture.AnswerLengths;
import org.primum.leaderboard.picture.GroupMember;
import org.primum.leaderboard.picture.GroupMembers;
import org.primum.leaderboard.picture.HeatMap;
import org.primum.leaderboard.picture.LengthBoxes;
import org.primum.leaderboard.picture.PerspectiveStrips;
import org.primum.leaderboard.picture.RepeatStrips;
import org.primum.leaderboard.picture.ScoreHistogram;
import org.primum.leaderboard.picture.TradeOff;
import org.primum.leaderboard.result.WeakestPerspective;
import org.primum.protocol.message.EvaluationChanged;

/** Looks closely at results. */
@ApplicationScoped
class Portraits {

  private final GroupMembers members;
  private final Ranking ranking;
  private final AnswerLengths lengths;

  Portraits(GroupMembers members, Ranking ranking, AnswerLengths lengths) {
    this.members = members;
    this.ranking = ranking;
    this.lengths = lengths;
  }

  /** Of a result among the others of its group. */
  Portrait of(GroupResult result) {
    EvaluationChanged evaluation = result.evaluation();
    List<GroupMember> group = group(result);
    List<Standing> standings = Standing.of(evaluation.id(), result.suites(), group, ranking);
    return new Portrait(
        result,
        WeakestPerspective.of(result.suites()).orElse(null),
        StrengthsAndWeaknesses.of(result.suites(), standings),
        standings,
        group.size(),
        pictures(result, group));
  }

  /** A run that was brought in is compared with no other. */
  private List<GroupMember> group(GroupResult result) {
    EvaluationChanged evaluation = result.evaluation();
    GroupMember own = GroupMember.of(evaluation, result.suites());
    if (evaluation.imported() || evaluation.group() == null) {
      return List.of(own);
    }
    List<GroupMember> found = members.of(evaluation.group());
    return found.stream().anyMatch(member -> member.evaluation().equals(evaluation.id()))
        ? found
        : List.of(own);
  }

  private Pictures pictures(GroupResult result, List<GroupMember> group) {
    UUID model = result.evaluation().model().id();
    return new Pictures(
        TradeOff.of(group, model),
        group.size() > 1 ? PerspectiveStrips.of(group, model).orElse(null) : null,
        result.suites().stream()
            .flatMap(suite -> HeatMap.of(group, suite.id(), model).stream())
            .toList(),
        ScoreHistogram.of(group, model),
        RepeatStrips.of(result.suites()).orElse(null),
        LengthBoxes.of(result.suites(), lengths.of(result.evaluation())));
  }
}
