package org.primum.gateway.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Counts the tasks of an evaluation without reading them. The database adds up every change itself,
 * in the transaction that makes it, so the numbers are exact whoever moves tasks, in whichever
 * replica, and whenever a process dies.
 */
@ApplicationScoped
class Tally {

  /** With more rows than this they are folded into one of each kind. */
  private static final int MANY = 40;

  /** One statement: a change that is committed meanwhile is neither taken away nor counted. */
  private static final String FOLD =
      """
      with gone as (delete from task_count where evaluation_id = ?1 returning *)
      insert into task_count (evaluation_id, state, failure_kind, has_answer, tasks)
      select evaluation_id, state, failure_kind, has_answer, sum(tasks) from gone
      group by evaluation_id, state, failure_kind, has_answer having sum(tasks) <> 0
      """;

  private final Session database;

  Tally(Session database) {
    this.database = database;
  }

  /** The counts as they are now. */
  TaskCounts of(UUID evaluationId) {
    return counts(rows(evaluationId));
  }

  /** The same, tidying up behind. Whoever calls this holds the evaluation's row locked. */
  TaskCounts folded(UUID evaluationId) {
    List<Tuple> rows = rows(evaluationId);
    if (rows.stream().mapToLong(row -> row.get("parts", Long.class)).sum() > MANY) {
      database.createNativeMutationQuery(FOLD).setParameter(1, evaluationId).executeUpdate();
    }
    return counts(rows);
  }

  private List<Tuple> rows(UUID evaluationId) {
    return database
        .createNativeQuery(
            """
            select state, failure_kind, has_answer, sum(tasks) as tasks, count(*) as parts
            from task_count where evaluation_id = ?1 group by state, failure_kind, has_answer
            """,
            Tuple.class)
        .setParameter(1, evaluationId)
        .getResultList();
  }

  private static TaskCounts counts(List<Tuple> rows) {
    Map<TaskCounts.Kind, Integer> tasks = new HashMap<>();
    for (Tuple row : rows) {
      int number = row.get("tasks", Number.class).intValue();
      if (number != 0) {
        tasks.put(
            new TaskCounts.Kind(
                row.get("state", String.class),
                row.get("failure_kind", String.class),
                row.get("has_answer", Boolean.class)),
            number);
      }
    }
    return new TaskCounts(tasks);
  }
}
