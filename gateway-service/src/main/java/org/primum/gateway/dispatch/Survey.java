package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What is under way and what waits, over all evaluations. Its cost does not grow with their size.
 * Whether anything waits is asked with a limit: of {@code exists} PostgreSQL may make a table of
 * all tasks that wait.
 */
@ApplicationScoped
class Survey {

  private static final String EVALUATIONS =
      """
      select evaluation.id as id, evaluation.model_id as model, model.owner as owner,
        evaluation.cost_limit is not null as limited, evaluation.reuse_answers as reuses,
        evaluation.cancel_key as cancel_key,
        evaluation.patience_seconds as patience, evaluation.created_at as created_at,
        evaluation.waits_for as waits_for,
        asking.tasks as asking, asking.places as places,
        (select true from task where evaluation_id = evaluation.id and task.state = 'waiting'
          limit 1) is not null as waiting,
        (select count(*) from (
          select from task where evaluation_id = evaluation.id and task.state = 'waiting'
            and (not_before is null or not_before <= ?1) limit ?2) as counted) as due,
        (select count(*) from task where evaluation_id = evaluation.id and task.state = 'answered')
          as answered,
        (select count(*) from task where evaluation_id = evaluation.id and task.state = 'judging')
          as judging
      from evaluation join model on model.id = evaluation.model_id
        cross join lateral (
          select count(*) as tasks, count(*) filter (where holds_place) as places
          from task where evaluation_id = evaluation.id and task.state = 'asking') as asking
      where evaluation.state in ('queued', 'running', 'judging')
      order by evaluation.created_at, evaluation.id
      """;

  private static final String JUDGING =
      """
      select evaluation_id as evaluation, judging as judging, sum(places) as places,
        sum(waiting) as waiting, sum(due) as due
      from (
        select evaluation_id, judging, case when holds_place then 1 else 0 end as places,
          0 as waiting, 0 as due
        from task where state = 'judging'
        union all
        select evaluation_id, judging, 0, 1,
          case when not_before is null or not_before <= ?1 then 1 else 0 end
        from task where state = 'answered'
      ) as load group by evaluation_id, judging
      """;

  /** Of more waiting prompts than this it does not matter how many they are. */
  private static final int MOST_COUNTED = 1_000;

  private final Session database;

  Survey(Session database) {
    this.database = database;
  }

  /** Every evaluation that has not ended, the oldest first. */
  List<ActiveEvaluation> evaluations(Instant now) {
    return database
        .createNativeQuery(EVALUATIONS, Tuple.class)
        .setParameter(1, now)
        .setParameter(2, MOST_COUNTED)
        .getResultStream()
        .map(
            row ->
                new ActiveEvaluation(
                    row.get("id", UUID.class),
                    row.get("model", UUID.class),
                    row.get("owner", String.class),
                    row.get("limited", Boolean.class),
                    row.get("reuses", Boolean.class),
                    row.get("cancel_key", UUID.class),
                    row.get("patience", Integer.class),
                    row.get("created_at", Instant.class),
                    row.get("waits_for", String.class),
                    row.get("asking", Long.class),
                    row.get("places", Long.class),
                    row.get("waiting", Boolean.class),
                    row.get("due", Long.class),
                    row.get("answered", Long.class),
                    row.get("judging", Long.class)))
        .toList();
  }

  /** What there is to judge, by evaluation and judging protocol. */
  List<JudgingLoad> judging(Instant now) {
    return database
        .createNativeQuery(JUDGING, Tuple.class)
        .setParameter(1, now)
        .getResultStream()
        .map(
            row ->
                new JudgingLoad(
                    row.get("evaluation", UUID.class),
                    row.get("judging", String.class),
                    ((Number) row.get("places")).longValue(),
                    ((Number) row.get("waiting")).longValue(),
                    ((Number) row.get("due")).longValue()))
        .toList();
  }

  /** How many places are taken at the judges of each judging protocol, by its hash. */
  List<Tuple> atJudges() {
    return database
        .createNativeQuery(
            "select judging as judging, count(*) as count from task where state = 'judging'"
                + " and holds_place group by judging",
            Tuple.class)
        .getResultList();
  }
}
