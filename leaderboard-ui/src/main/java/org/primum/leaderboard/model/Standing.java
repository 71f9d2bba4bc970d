package org.primum.leaderboard.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.primum.leaderboard.compare.Ranking;
import org.primum.leaderboard.picture.GroupMember;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.RankRange;
import org.primum.protocol.suite.Suites;

/**
 * Where a model stands in its group by one suite.
 *
 * @param suite the suite's id
 * @param title its name
 * @param rate the rate by which models are compared item by item
 * @param range the ranks it may have; null where that is not known
 * @param models how many models the group has
 */
public record Standing(String suite, String title, Rate rate, RankRange range, int models) {

  /** How many others it is shown to be better than. */
  public int ahead() {
    return range == null ? 0 : models - range.last();
  }

  /** How many others are shown to be better. */
  public int behind() {
    return range == null ? 0 : range.first() - 1;
  }

  /** How many others there are. */
  public int others() {
    return models - 1;
  }

  /** One a suite that has such a rate, in their order. */
  static List<Standing> of(
      UUID evaluation, List<SuiteResult> suites, List<GroupMember> members, Ranking ranking) {
    List<Ranking.Ranked> group = members.stream().map(GroupMember::ranked).toList();
    return suites.stream()
        .flatMap(
            suite ->
                compared(suite)
                    .map(
                        rate ->
                            new Standing(
                                suite.id(),
                                suite.title(),
                                rate,
                                ranking.ofThese(group, suite.id(), rate.id()).get(evaluation),
                                members.size()))
                    .stream())
        .toList();
  }

  /** The first of a suite's rates by which models are compared. */
  private static Optional<Rate> compared(SuiteResult suite) {
    List<String> ids = Suites.of(suite.id()).measure().comparedRates();
    return suite.rates().stream()
        .filter(rate -> ids.contains(rate.id()) && rate.estimate() != null)
        .findFirst();
  }
}
