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
import java.util.function.Function;
import org.primum.leaderboard.compare.VerdictVectors.SuiteRate;
import org.primum.leaderboard.result.SuiteResults;
import org.primum.leaderboard.result.WeakestPerspective.Side;
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

  /**
   * One of the models to rank.
   *
   * @param evaluation its evaluation
   * @param finished how many items of it ended
   */
  public record Ranked(UUID evaluation, int finished) {

    static Ranked of(EvaluationChanged evaluation) {
      return new Ranked(evaluation.id(), evaluation.scored() + evaluation.failed());
    }
  }

  /** Of the model at that place of its group: what it is compared by. */
  @FunctionalInterface
  private interface Compared<T> {

    Optional<T> of(int place, Map<SuiteRate, YesNo> outcomes);
  }

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
    return ofThese(group.stream().map(Ranked::of).toList(), suite, rate);
  }

  /** The same, of evaluations that need not be read for it. */
  public Map<UUID, RankRange> ofThese(List<Ranked> group, String suite, String rate) {
    SuiteRate by = new SuiteRate(suite, rate);
    return ranks(
        group, by, (place, outcomes) -> Optional.ofNullable(outcomes.get(by)), RankRange::of);
  }

  /**
   * The same by each model's weakest perspective: the least of its suites' first headline rates. A
   * model that lacks the number of a suite that another has is in no comparison.
   */
  public Map<UUID, RankRange> byWeakest(List<EvaluationChanged> group) {
    List<List<Side>> sides = group.stream().map(one -> Side.all(results.of(one))).toList();
    List<String> all =
        sides.stream()
            .map(Ranking::suites)
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of());
    List<Ranked> whole = new ArrayList<>();
    List<List<Side>> shares = new ArrayList<>();
    for (int at = 0; at < group.size(); at++) {
      if (!all.isEmpty() && suites(sides.get(at)).equals(all)) {
        whole.add(Ranked.of(group.get(at)));
        shares.add(sides.get(at));
      }
    }
    return ranks(
        whole,
        LEAST,
        (place, outcomes) ->
            Optional.of(shares.get(place).stream().map(side -> share(side, outcomes)).toList()),
        RankRange::ofLeast);
  }

  private static List<String> suites(List<Side> sides) {
    return sides.stream().map(Side::suite).toList();
  }

  private static LeastShare share(Side side, Map<SuiteRate, YesNo> outcomes) {
    return new LeastShare(side.good(), outcomes.get(new SuiteRate(side.suite(), side.rate().id())));
  }

  private <T> Map<UUID, RankRange> ranks(
      List<Ranked> group,
      SuiteRate by,
      Compared<T> compared,
      Function<List<T>, List<RankRange>> ranging) {
    if (group.size() < 2) {
      return Map.of();
    }
    Asked asked = new Asked(group.stream().map(Ranked::evaluation).sorted().toList(), by);
    Map<UUID, RankRange> known = kept.getIfPresent(asked);
    if (known != null) {
      return known;
    }
    List<T> all = new ArrayList<>();
    for (int at = 0; at < group.size(); at++) {
      int place = at;
      Ranked one = group.get(at);
      Optional<T> found =
          vectors
              .of(one.evaluation(), one.finished())
              .flatMap(outcomes -> compared.of(place, outcomes));
      if (found.isEmpty()) {
        return Map.of();
      }
      all.add(found.get());
    }
    List<RankRange> ranges = ranging.apply(all);
    Map<UUID, RankRange> byEvaluation = new HashMap<>();
    for (int at = 0; at < ranges.size(); at++) {
      byEvaluation.put(group.get(at).evaluation(), ranges.get(at));
    }
    kept.put(asked, byEvaluation);
    return byEvaluation;
  }
}
