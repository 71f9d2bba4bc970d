package org.primum.gateway.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.model.Model;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Endpoint;

/** Keeps evaluations within their cost limits. */
@ApplicationScoped
public class Budgets {

  private static final String LIMITED =
      """
      select cost_limit, model_id, version_id from evaluation
      where id = ?1 and cost_limit is not null
      """;

  private static final String TASKS =
      """
      select coalesce(sum(tasks) filter (where state not in ('waiting', 'asking')), 0),
        coalesce(sum(tasks) filter (where state in ('scored', 'failed')), 0)
      from task_count where evaluation_id = ?1
      """;

  private final Session database;
  private final Spendings spendings;
  private final Endpoints endpoints;
  private final Costs costs;

  Budgets(Session database, Spendings spendings, Endpoints endpoints, Costs costs) {
    this.database = database;
    this.spendings = spendings;
    this.endpoints = endpoints;
    this.costs = costs;
  }

  /**
   * Notes what the items of an evaluation are expected to cost, which a limit is kept by.
   *
   * @throws Problem when a price is missing, so that no limit can be kept
   */
  public void expect(UUID evaluationId, Estimate estimate) {
    if (!estimate.unpriced().isEmpty()) {
      throw Problem.conflict(
          """
          A cost limit cannot be kept: no price is known for %s. Start without a limit, or ask an \
          administrator to add the price.\
          """
              .formatted(String.join(", ", estimate.unpriced())));
    }
    ExpectedCost expected = estimate.expected();
    database
        .createNativeMutationQuery(
            """
            insert into expected_cost (evaluation_id, model, judges, dear) values (?1, ?2, ?3, ?4)
            on conflict (evaluation_id) do nothing
            """)
        .setParameter(1, evaluationId)
        .setParameter(2, expected.model())
        .setParameter(3, expected.judges())
        .setParameter(4, expected.dear())
        .executeUpdate();
  }

  /**
   * How many items more may be asked and judged within the evaluation's cost limit. Called in the
   * transaction that hands them out, after the items in flight were counted: what comes back
   * between is counted twice then, and not left out.
   *
   * @param inFlight items that are asked or wait to be judged
   * @return {@link Long#MAX_VALUE} without a limit
   */
  public long affordable(UUID evaluationId, long inFlight) {
    return database
        .createNativeQuery(LIMITED, Tuple.class)
        .setParameter(1, evaluationId)
        .uniqueResultOptional()
        .map(limited -> affordable(evaluationId, limited, inFlight))
        .orElse(Long.MAX_VALUE);
  }

  private long affordable(UUID evaluationId, Tuple limited, long inFlight) {
    Model model = database.find(Model.class, limited.get(1, UUID.class));
    BenchmarkVersion version = database.find(BenchmarkVersion.class, limited.get(2, UUID.class));
    Map<UUID, Endpoint> known = endpoints.of(model, version);
    ExpectedCost expected = expected(evaluationId);
    Progress progress = progress(evaluationId);
    List<Spent> spent = spendings.of(evaluationId);
    Optional<BigDecimal> atModel =
        spent(spent, row -> !row.judge(), known, expected.model(), progress.answered());
    Optional<BigDecimal> atJudges =
        spent(spent, Spent::judge, known, expected.judges(), progress.judged());
    if (atModel.isEmpty() || atJudges.isEmpty()) {
      // A price was taken out since: what has been spent cannot be known.
      return 0;
    }
    BigDecimal next =
        expected.next(
            new ExpectedCost.Seen(
                atModel.get(), progress.answered(), atJudges.get(), progress.judged()));
    return new Budget(limited.get(0, BigDecimal.class), atModel.get().add(atJudges.get()), next)
        .affordable(inFlight);
  }

  /**
   * What was spent at some endpoints; at one that counts no tokens, what was expected.
   *
   * @return empty when a price is not known
   */
  private Optional<BigDecimal> spent(
      List<Spent> all,
      Predicate<Spent> which,
      Map<UUID, Endpoint> known,
      BigDecimal expectedItem,
      long items) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Spent row : all.stream().filter(which).toList()) {
      Optional<BigDecimal> cost =
          row.counted()
              ? costs.cost(row, known)
              : Optional.of(expectedItem.multiply(BigDecimal.valueOf(items)));
      if (cost.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(cost.get());
    }
    return Optional.of(sum);
  }

  private ExpectedCost expected(UUID evaluationId) {
    Tuple row =
        database
            .createNativeQuery(
                "select model, judges, dear from expected_cost where evaluation_id = ?1",
                Tuple.class)
            .setParameter(1, evaluationId)
            .getSingleResult();
    return new ExpectedCost(
        row.get(0, BigDecimal.class), row.get(1, BigDecimal.class), row.get(2, BigDecimal.class));
  }

  private Progress progress(UUID evaluationId) {
    Tuple counts =
        database
            .createNativeQuery(TASKS, Tuple.class)
            .setParameter(1, evaluationId)
            .getSingleResult();
    return new Progress(
        counts.get(0, Number.class).longValue(), counts.get(1, Number.class).longValue());
  }

  /**
   * How far an evaluation is.
   *
   * @param answered items that were asked and came back
   * @param judged items that are finished
   */
  private record Progress(long answered, long judged) {}
}
