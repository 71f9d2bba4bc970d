package org.primum.gateway.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.primum.gateway.cost.EvaluationEstimate.EndpointEstimate;
import org.primum.gateway.cost.EvaluationEstimate.SuiteEstimate;
import org.primum.gateway.model.Model;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;

/** Adds up what the items of an evaluation take, endpoint by endpoint, and what that costs. */
final class Totals {

  /** A dear item is one that this share of all items costs no more than. */
  private static final double DEAR = 0.95;

  private final Prices prices;
  private final UUID model;
  private final Map<UUID, Asked> asked = new LinkedHashMap<>();
  private final List<Cost> costs = new ArrayList<>();

  Totals(Model model, Prices prices) {
    this.prices = prices;
    this.model = model.id();
    asked.put(
        model.id(),
        new Asked(
            model.card().name(),
            "the model \"%s\"".formatted(model.card().name()),
            model.endpoint()));
  }

  /** An endpoint, its name, how it is spoken of, and what is expected of it. */
  private static final class Asked {
    private final String name;
    private final String words;
    private final Endpoint endpoint;
    private Load load = Load.NONE;

    private Asked(String name, String words, Endpoint endpoint) {
      this.name = name;
      this.words = words;
      this.endpoint = endpoint;
    }
  }

  /** What an item costs, and for how many items that stands. */
  private record Cost(BigDecimal item, double items) {}

  /**
   * Adds a suite.
   *
   * @param looked the items whose requests are counted
   * @param each for how many items one of them stands
   */
  void add(JudgingProtocol protocol, List<Item> looked, Workload workload, double each) {
    for (JudgingProtocol.Judge judge : protocol.judges()) {
      asked.putIfAbsent(
          judge.endpoint().id(),
          new Asked(
              judge.name(),
              "the judge \"%s\" with the model \"%s\""
                  .formatted(judge.name(), judge.endpoint().modelName()),
              judge.endpoint()));
    }
    for (Item item : looked) {
      Map<UUID, Load> loads = workload.ofJudges(item);
      loads.put(model, workload.ofModel(item));
      loads.forEach(
          (endpoint, load) -> {
            Asked one = asked.get(endpoint);
            one.load = one.load.plus(load.times(each));
          });
      costs.add(
          new Cost(
              loads.entrySet().stream()
                  .map(load -> cost(asked.get(load.getKey()), load.getValue()))
                  .filter(cost -> cost != null)
                  .reduce(BigDecimal.ZERO, BigDecimal::add),
              each));
    }
  }

  /** All of it. */
  Estimate estimate(List<SuiteEstimate> suites, TimeRange time) {
    long items = suites.stream().mapToLong(SuiteEstimate::items).sum();
    List<String> unpriced =
        asked.values().stream()
            .filter(one -> prices.of(one.endpoint).isEmpty())
            .map(one -> one.words)
            .toList();
    List<EndpointEstimate> endpoints =
        asked.values().stream()
            .map(
                one ->
                    new EndpointEstimate(
                        one.name,
                        !one.endpoint.id().equals(model),
                        one.load.usage(),
                        shown(cost(one, one.load))))
            .toList();
    boolean nonePriced = unpriced.size() == asked.size();
    EvaluationEstimate shown =
        new EvaluationEstimate(
            items,
            load(one -> one.equals(model)).usage(),
            load(one -> !one.equals(model)).usage(),
            endpoints,
            suites,
            prices.currency(),
            nonePriced ? null : shown(cost(one -> true)),
            unpriced.isEmpty(),
            unpriced,
            prices.date(),
            time.low(),
            time.high());
    return new Estimate(shown, unpriced.isEmpty() ? expected(items) : null);
  }

  private ExpectedCost expected(long items) {
    BigDecimal all = BigDecimal.valueOf(items);
    return new ExpectedCost(
        cost(one -> one.equals(model)).divide(all, MathContext.DECIMAL64),
        cost(one -> !one.equals(model)).divide(all, MathContext.DECIMAL64),
        dear());
  }

  private BigDecimal dear() {
    double wanted = DEAR * costs.stream().mapToDouble(Cost::items).sum();
    double reached = 0;
    BigDecimal dear = BigDecimal.ZERO;
    for (Cost cost : costs.stream().sorted(Comparator.comparing(Cost::item)).toList()) {
      if (reached >= wanted) {
        break;
      }
      reached += cost.items();
      dear = cost.item();
    }
    return dear;
  }

  private Load load(Predicate<UUID> which) {
    return asked.entrySet().stream()
        .filter(one -> which.test(one.getKey()))
        .map(one -> one.getValue().load)
        .reduce(Load.NONE, Load::plus);
  }

  private BigDecimal cost(Predicate<UUID> which) {
    return asked.entrySet().stream()
        .filter(one -> which.test(one.getKey()))
        .map(one -> cost(one.getValue(), one.getValue().load))
        .filter(cost -> cost != null)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Null when no price is known. */
  private BigDecimal cost(Asked one, Load load) {
    return prices.of(one.endpoint).map(load::cost).orElse(null);
  }

  private static BigDecimal shown(BigDecimal money) {
    return money == null ? null : Costs.shown(money);
  }
}
