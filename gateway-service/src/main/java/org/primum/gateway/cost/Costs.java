package org.primum.gateway.cost;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.model.Model;
import org.primum.protocol.Endpoint;
import org.primum.protocol.message.EvaluationCost;
import org.primum.protocol.message.EvaluationCost.Usage;

/** What evaluations have cost so far. */
@ApplicationScoped
public class Costs {

  /** Money is shown in millionths: a single request may cost less than a thousandth. */
  static final int DECIMALS = 6;

  private final Spendings spendings;
  private final Endpoints endpoints;
  private final Prices prices;

  Costs(Spendings spendings, Endpoints endpoints, Prices prices) {
    this.spendings = spendings;
    this.endpoints = endpoints;
    this.prices = prices;
  }

  /**
   * What an evaluation has cost so far.
   *
   * @param limit most that may be spent, or null
   * @return null for an imported run, which asked nobody
   */
  public EvaluationCost of(
      UUID evaluationId, Model model, BenchmarkVersion version, BigDecimal limit) {
    if (model.imported()) {
      return null;
    }
    return of(spendings.of(evaluationId), endpoints.of(model, version), limit);
  }

  /** The same of what was read already. */
  EvaluationCost of(List<Spent> spent, Map<UUID, Endpoint> known, BigDecimal limit) {
    Usage model = usage(spent, row -> !row.judge());
    Usage judges = usage(spent, Spent::judge);
    if (prices.none()) {
      return new EvaluationCost(model, judges, null, null, false, null, limit);
    }
    List<BigDecimal> costs = spent.stream().flatMap(row -> cost(row, known).stream()).toList();
    boolean complete = costs.size() == spent.size();
    return new EvaluationCost(
        model,
        judges,
        prices.currency(),
        costs.isEmpty() && !complete
            ? null
            : shown(costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add)),
        complete,
        prices.date(),
        limit);
  }

  /** What was spent at one endpoint; empty when its price or its tokens are not known. */
  Optional<BigDecimal> cost(Spent row, Map<UUID, Endpoint> known) {
    return Optional.ofNullable(known.get(row.endpointId()))
        .filter(endpoint -> row.counted())
        .flatMap(prices::of)
        .map(price -> price.of(row.promptTokens(), row.completionTokens()));
  }

  static BigDecimal shown(BigDecimal money) {
    return money.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private static Usage usage(List<Spent> spent, Predicate<Spent> which) {
    List<Spent> rows = spent.stream().filter(which).toList();
    return new Usage(
        rows.stream().mapToLong(Spent::requests).sum(),
        rows.stream().mapToLong(Spent::promptTokens).sum(),
        rows.stream().mapToLong(Spent::completionTokens).sum());
  }
}
