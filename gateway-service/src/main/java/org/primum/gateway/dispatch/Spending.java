package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.primum.protocol.message.EndpointReport;

/** Adds up what evaluations use at each endpoint. */
@ApplicationScoped
class Spending {

  /**
   * Something an evaluation has used.
   *
   * @param evaluationId the evaluation
   * @param judge whether a judge was asked, not the model
   * @param report at which endpoint, and how much
   */
  record Entry(UUID evaluationId, boolean judge, EndpointReport report) {}

  private record Place(UUID evaluationId, UUID endpointId, boolean judge) {}

  private record Sum(Place place, long requests, long promptTokens, long completionTokens) {

    static Sum of(Place place, List<EndpointReport> reports) {
      return new Sum(
          place,
          reports.stream().mapToLong(EndpointReport::requests).sum(),
          reports.stream().mapToLong(report -> orZero(report.promptTokens())).sum(),
          reports.stream().mapToLong(report -> orZero(report.completionTokens())).sum());
    }

    private static long orZero(Integer tokens) {
      return tokens == null ? 0 : tokens;
    }
  }

  private final Session database;

  Spending(Session database) {
    this.database = database;
  }

  /** Adds these, within the caller's transaction. */
  void add(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    List<Sum> sums =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry ->
                        new Place(entry.evaluationId(), entry.report().endpointId(), entry.judge()),
                    Collectors.mapping(Entry::report, Collectors.toList())))
            .entrySet()
            .stream()
            .map(place -> Sum.of(place.getKey(), place.getValue()))
            .sorted(
                java.util.Comparator.<Sum, UUID>comparing(sum -> sum.place().evaluationId())
                    .thenComparing(sum -> sum.place().endpointId()))
            .toList();
    database
        .createNativeMutationQuery(
            """
            insert into spending
              (evaluation_id, endpoint_id, judge, requests, prompt_tokens, completion_tokens)
            select * from unnest(?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (evaluation_id, endpoint_id) do update set
              requests = spending.requests + excluded.requests,
              prompt_tokens = spending.prompt_tokens + excluded.prompt_tokens,
              completion_tokens = spending.completion_tokens + excluded.completion_tokens
            """)
        .setParameter(1, array(sums, sum -> sum.place().evaluationId()).toArray(UUID[]::new))
        .setParameter(2, array(sums, sum -> sum.place().endpointId()).toArray(UUID[]::new))
        .setParameter(3, array(sums, sum -> sum.place().judge()).toArray(Boolean[]::new))
        .setParameter(4, array(sums, Sum::requests).toArray(Long[]::new))
        .setParameter(5, array(sums, Sum::promptTokens).toArray(Long[]::new))
        .setParameter(6, array(sums, Sum::completionTokens).toArray(Long[]::new))
        .executeUpdate();
  }

  private static <T> List<T> array(List<Sum> sums, Function<Sum, T> part) {
    return sums.stream().map(part).toList();
  }
}
