package org.primum.gateway.cost;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.cost.EvaluationEstimate.SuiteEstimate;
import org.primum.gateway.model.Model;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;

/**
 * Says what an evaluation will take. The requests are made as they will be sent, and their tokens
 * counted; of large suites for some items by lot, always the same ones. Lengths of answers and
 * replies are those of earlier evaluations, or what is configured.
 */
@ApplicationScoped
public class Estimates {

  /** Of a larger suite so many items are looked at. */
  private static final int LOOKED_AT = 300;

  private final VersionItems items;
  private final FrozenJudging judging;
  private final History history;
  private final UsualLengths usual;
  private final Prices prices;

  Estimates(
      VersionItems items,
      FrozenJudging judging,
      History history,
      UsualLengths usual,
      Prices prices) {
    this.items = items;
    this.judging = judging;
    this.history = history;
    this.usual = usual;
    this.prices = prices;
  }

  /**
   * What an evaluation will take.
   *
   * @param suites only these; all when empty
   * @param group the comparable group it would be in
   */
  public Estimate of(Model model, BenchmarkVersion version, List<String> suites, String group) {
    Map<String, Integer> counts = items.counts(version.id());
    Map<UUID, Double> inGroup = history.replies(group);
    Totals totals = new Totals(model, prices);
    List<SuiteEstimate> bySuite = new ArrayList<>();
    TimeRange time = new TimeRange(model.endpoint().maxConcurrency());
    for (Map.Entry<String, JudgingProtocol> suite : judging.of(version).entrySet()) {
      if (!suites.isEmpty() && !suites.contains(suite.getKey())) {
        continue;
      }
      JudgingProtocol protocol = suite.getValue();
      Optional<History.Answers> ofModel = history.ofModel(model.id(), suite.getKey());
      SuiteLengths lengths =
          new SuiteLengths(
              protocol,
              ofModel,
              ofModel.isPresent()
                  ? ofModel
                  : history.ofOthers(model.card().simulated(), version.id(), suite.getKey()),
              inGroup,
              history.repliesTo(protocol.hash()),
              usual);
      long asked = (long) counts.get(suite.getKey()) * version.settings().repeats();
      List<Item> looked = items.some(version.id(), suite.getKey(), LOOKED_AT);
      totals.add(
          protocol,
          looked,
          new Workload(version.settings().generation(), protocol, lengths),
          (double) asked / looked.size());
      time.suite(asked, ofModel);
      bySuite.add(
          new SuiteEstimate(
              suite.getKey(),
              asked,
              looked.size(),
              Math.round(lengths.answer()),
              lengths.answersFrom(),
              lengths.repliesFrom()));
    }
    time.evaluations(
        bySuite.stream().mapToLong(SuiteEstimate::items).sum(), history.pace(model.id()));
    return totals.estimate(bySuite, time);
  }
}
