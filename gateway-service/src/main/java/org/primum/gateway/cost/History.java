package org.primum.gateway.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.primum.gateway.tokens.Tokens;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Vote;

/** What earlier evaluations tell of the lengths and the speed of the next one. */
@ApplicationScoped
class History {

  /**
   * The newest evaluations with answers in the suite, a thousand answers of them at the most. An
   * answer is taken apart without reading its text, which may hold what is no text here.
   */
  private static final String ANSWERS =
      """
      with recent as (
        select evaluation.id from evaluation join model on model.id = evaluation.model_id
        where evaluation.origin is null and %s and exists (
          select from task
          where evaluation_id = evaluation.id and suite = ?1 and answer is not null)
        order by evaluation.created_at desc limit 3
      )
      select avg(tokens), percentile_cont(0.25) within group (order by millis),
        percentile_cont(0.75) within group (order by millis)
      from (
        select
          cast(nullif(cast(cast(answer as json) -> 'completionTokens' as text), 'null') as numeric)
            as tokens,
          cast(cast(cast(answer as json) -> 'latencyMillis' as text) as numeric) as millis
        from task
        where evaluation_id in (select id from recent) and suite = ?1 and answer is not null
        order by id limit 1000
      ) as seen
      """;

  private static final String OF_MODEL = ANSWERS.formatted("evaluation.model_id = ?2");

  private static final String OF_OTHERS =
      ANSWERS.formatted("model.simulated = ?2 and (cast(?3 as uuid) is null or version_id = ?3)");

  private static final String PACE =
      """
      select min(seconds), max(seconds) from (
        select extract(epoch from finished_at - started_at)
          / (select count(*) from task where evaluation_id = evaluation.id) as seconds
        from evaluation
        where model_id = ?1 and state = 'complete' and origin is null and started_at is not null
        order by finished_at desc limit 5
      ) as recent
      """;

  private static final String REPLIES_IN_GROUP =
      """
      select endpoint_id, cast(sum(completion_tokens) as double precision) / sum(requests)
      from spending join evaluation on evaluation.id = evaluation_id
      where comparable_group = ?1 and judge and evaluation.state = 'complete'
      group by endpoint_id having sum(completion_tokens) > 0
      """;

  private static final String VOTES =
      """
      select votes from task
      where evaluation_id in (
          select evaluation.id from evaluation join version_judging using (version_id)
          where hash = ?1 and evaluation.origin is null
          order by evaluation.created_at desc limit 3)
        and judging = ?1 and state = 'scored' and votes is not null
      order by id limit 200
      """;

  private final Session database;

  History(Session database) {
    this.database = database;
  }

  /**
   * Answers that were seen.
   *
   * @param tokens the mean of what the endpoints counted
   * @param quickMillis what a quarter of them took less than
   * @param slowMillis what a quarter of them took more than
   */
  record Answers(double tokens, double quickMillis, double slowMillis) {}

  /**
   * Evaluations that were seen.
   *
   * @param low seconds an item in the quickest
   * @param high seconds an item in the slowest
   */
  record Pace(double low, double high) {}

  /** A judge's question. */
  record Asked(String judge, String question) {}

  /** Answers of that model in that suite. */
  Optional<Answers> ofModel(UUID modelId, String suite) {
    return answers(OF_MODEL, suite, modelId, null);
  }

  /** Answers in that suite of whatever models: on that version, or else on any. */
  Optional<Answers> ofOthers(boolean simulated, UUID versionId, String suite) {
    return answers(OF_OTHERS, suite, simulated, versionId)
        .or(() -> answers(OF_OTHERS, suite, simulated, null));
  }

  /** The newest evaluations of that model. */
  Optional<Pace> pace(UUID modelId) {
    Tuple row =
        database.createNativeQuery(PACE, Tuple.class).setParameter(1, modelId).getSingleResult();
    return Optional.ofNullable(row.get(0)).map(low -> new Pace(number(low), number(row.get(1))));
  }

  /** Mean tokens of a reply by the judges' endpoints, in evaluations of a comparable group. */
  Map<UUID, Double> replies(String group) {
    Map<UUID, Double> replies = new HashMap<>();
    database
        .createNativeQuery(REPLIES_IN_GROUP, Tuple.class)
        .setParameter(1, group)
        .getResultStream()
        .forEach(row -> replies.put(row.get(0, UUID.class), number(row.get(1))));
    return replies;
  }

  /** Mean tokens of the text of a reply, wherever answers were judged by that protocol. */
  Map<Asked, Double> repliesTo(String judging) {
    return database
        .createNativeQuery(VOTES, String.class)
        .setParameter(1, judging)
        .getResultStream()
        .flatMap(votes -> Arrays.stream(Json.read(votes, Vote[].class)))
        .filter(vote -> vote.question() != null && vote.raw() != null)
        .collect(
            Collectors.groupingBy(
                vote -> new Asked(vote.judge(), vote.question()),
                Collectors.averagingInt(vote -> Tokens.in(vote.raw()))));
  }

  private Optional<Answers> answers(String query, String suite, Object whose, UUID versionId) {
    var select =
        database
            .createNativeQuery(query, Tuple.class)
            .setParameter(1, suite)
            .setParameter(2, whose);
    if (query.equals(OF_OTHERS)) {
      select.setParameter(3, versionId, UUID.class);
    }
    Tuple row = select.getSingleResult();
    return Optional.ofNullable(row.get(0))
        .map(tokens -> new Answers(number(tokens), number(row.get(1)), number(row.get(2))));
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
