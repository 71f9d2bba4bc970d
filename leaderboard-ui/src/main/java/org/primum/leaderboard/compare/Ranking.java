package org.primum.leaderboard.compare;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.primum.leaderboard.compare.VerdictVectors.SuiteRate;
import org.primum.leaderboard.result.SuiteResults;
import org.primum.leaderboard.result.WeakestPerspective;
import org.primum.leaderboard.result.WeakestPerspective.OfSuite;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.statistics.LeastShare;
import org.primum.protocol.statistics.RankRange;
import org.primum.protocol.statistics.YesNo;

/** Which ranks the models of a group may have, as far as their answers to the same items tell. */
@ApplicationScoped
public class Ranking {

  private static final int MOST_KEPT = 500;

  /** The least of all suites' leading rates. */
  private static final SuiteRate LEAST = new SuiteRate("", "");

  private record Asked(List<UUID> evaluations, SuiteRate by) {}

  private final VerdictVectors vectors;
  private final SuiteResults results;
  private final Cache<Asked, Map<UUID, RankRange>> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Ranking(VerdictVectors vectors, SuiteResults results) {
    this.vectors = vectors;
    this.results = results;
  }

  /**
   * The range of each evaluation's model among the others of its group, by one rate.
   *
   * @param group complete evaluations of one comparable group, one for each model
   * @return by evaluation; empty where models are not compared by that rate, where one of them has
   *     no such items, or while the pages do not have all items
   */
  public Map<UUID, RankRange> of(List<EvaluationChanged> group, String suite, String rate) {
    SuiteRate by = new SuiteRate(suite, rate);
    return ranks(
        group, by, (evaluation, outcomes) -> Optional.ofNullable(outcomes.get(by)), RankRange::of);
  }

  /**
   * The same by each model's weakest perspective: the least of its suites' first headline rates. A
   * model that lacks the number of a suite that another has is in no comparison.
   */
  public Map<UUID, RankRange> byWeakest(List<EvaluationChanged> group) {
    List<List<String>> suites = group.stream().map(this::measured).toList();
    List<String> all = suites.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    List<EvaluationChanged> whole = new ArrayList<>();
    for (int at = 0; at < group.size(); at++) {
      if (!all.isEmpty() && suites.get(at).equals(all)) {
        whole.add(group.get(at));
      }
    }
    return ranks(
        whole,
        LEAST,
        (evaluation, outcomes) ->
            Optional.of(
                WeakestPerspective.leading(results.of(evaluation)).stream()
                    .map(of -> share(of, outcomes))
                    .toList()),
        RankRange::ofLeast);
  }

  private List<String> measured(EvaluationChanged evaluation) {
    return WeakestPerspective.leading(results.of(evaluation)).stream()
        .map(of -> of.suite().id())
        .toList();
  }

  private static LeastShare share(OfSuite of, Map<SuiteRate, YesNo> outcomes) {
    return new LeastShare(
        of.goodness(), outcomes.get(new SuiteRate(of.suite().id(), of.rate().id())));
  }

  private <T> Map<UUID, RankRange> ranks(
      List<EvaluationChanged> group,
      SuiteRate by,
      BiFunction<EvaluationChanged, Map<SuiteRate, YesNo>, Optional<T>> measured,
      Function<List<T>, List<RankRange>> ranging) {
    if (group.size() < 2) {
      return Map.of();
    }
    Asked asked = new Asked(group.stream().map(EvaluationChanged::id).sorted().toList(), by);
    Map<UUID, RankRange> known = kept.getIfPresent(asked);
    if (known != null) {
      return known;
    }
    List<T> all = new ArrayList<>();
    for (EvaluationChanged evaluation : group) {
      Optional<T> found =
          vectors.of(evaluation).flatMap(outcomes -> measured.apply(evaluation, outcomes));
      if (found.isEmpty()) {
        return Map.of();
      }
      all.add(found.get());
    }
    List<RankRange> ranges = ranging.apply(all);
    Map<UUID, RankRange> byEvaluation = new HashMap<>();
    for (int at = 0; at < ranges.size(); at++) {
      byEvaluation.put(group.get(at).id(), ranges.get(at));
    }
    kept.put(asked, byEvaluation);
    return byEvaluation;
  }
}
