package org.primum.leaderboard.compare;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.primum.leaderboard.compare.VerdictVectors.SuiteRate;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.statistics.RankRange;
import org.primum.protocol.statistics.YesNo;

/** Which ranks the models of a group may have, as far as their answers to the same items tell. */
@ApplicationScoped
public class Ranking {

  private static final int MOST_KEPT = 500;

  private record Asked(List<UUID> evaluations, SuiteRate by) {}

  private final VerdictVectors vectors;
  private final Cache<Asked, Map<UUID, RankRange>> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Ranking(VerdictVectors vectors) {
    this.vectors = vectors;
  }

  /**
   * The range of each evaluation's model among the others of its group.
   *
   * @param group complete evaluations of one comparable group, one for each model
   * @return by evaluation; empty where models are not compared by that rate, where one of them has
   *     no such items, or while the pages do not have all items
   */
  public Map<UUID, RankRange> of(List<EvaluationChanged> group, String suite, String rate) {
    if (suite == null || group.size() < 2) {
      return Map.of();
    }
    Asked asked =
        new Asked(
            group.stream().map(EvaluationChanged::id).sorted().toList(),
            new SuiteRate(suite, rate));
    Map<UUID, RankRange> known = kept.getIfPresent(asked);
    if (known != null) {
      return known;
    }
    List<YesNo> outcomes = new ArrayList<>();
    for (EvaluationChanged evaluation : group) {
      Optional<Map<SuiteRate, YesNo>> found = vectors.of(evaluation);
      if (found.isEmpty() || !found.get().containsKey(asked.by)) {
        return Map.of();
      }
      outcomes.add(found.get().get(asked.by));
    }
    List<RankRange> ranges = RankRange.of(outcomes);
    Map<UUID, RankRange> byEvaluation = new HashMap<>();
    for (int at = 0; at < ranges.size(); at++) {
      byEvaluation.put(group.get(at).id(), ranges.get(at));
    }
    kept.put(asked, byEvaluation);
    return byEvaluation;
  }
}
