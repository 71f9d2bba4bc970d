package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.gateway.dispatch.TaskMoves.Returning;
import org.primum.gateway.evaluation.Progress;
import org.primum.gateway.evaluation.Task;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;

/** Takes back what was handed out and did not come back within its lease. */
@ApplicationScoped
class Lapsed {

  private static final String LAPSED =
      """
      select task.id as id, task.evaluation_id as evaluation, evaluation.model_id as model,
        task.state as state, task.judging as judging, task.attempts as attempts,
        task.failures as failures, task.first_failure_at as first_failure_at
      from task join evaluation on evaluation.id = task.evaluation_id
      where task.state in ('asking', 'judging') and task.lease_until < ?1
        and evaluation.state in ('queued', 'running', 'judging')
      order by task.id limit 200 for update of task skip locked
      """;

  private final Session database;
  private final TaskMoves moves;
  private final Outcomes outcomes;
  private final Paces paces;
  private final Panels panels;
  private final Progress progress;
  private final DispatchConfiguration configuration;
  private final Clock clock;

  Lapsed(
      Session database,
      TaskMoves moves,
      Outcomes outcomes,
      Paces paces,
      Panels panels,
      Progress progress,
      DispatchConfiguration configuration,
      Clock clock) {
    this.database = database;
    this.moves = moves;
    this.outcomes = outcomes;
    this.paces = paces;
    this.panels = panels;
    this.progress = progress;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Puts them back to be handed out, and gives up those that were handed out too often. */
  void takeBack() {
    Instant now = clock.instant();
    List<Tuple> lapsed =
        database.createNativeQuery(LAPSED, Tuple.class).setParameter(1, now).getResultList();
    if (lapsed.isEmpty()) {
      return;
    }
    Map<UUID, Integer> lost = new HashMap<>();
    List<Returning> returning = new ArrayList<>();
    Map<String, List<UUID>> tooOften = new HashMap<>();
    for (Tuple task : lapsed) {
      String state = task.get("state", String.class);
      UUID id = task.get("id", UUID.class);
      (state.equals(Task.ASKING)
              ? List.of(task.get("model", UUID.class))
              : panels.endpoints(task.get("judging", String.class)))
          .forEach(endpoint -> lost.merge(endpoint, 1, Integer::sum));
      if (task.get("attempts", Integer.class) >= configuration.attempts()) {
        tooOften.computeIfAbsent(state, any -> new ArrayList<>()).add(id);
      } else {
        returning.add(
            new Returning(
                id,
                null,
                0,
                new Retries.Decision(
                    false,
                    task.get("failures", Integer.class),
                    task.get("first_failure_at", Instant.class),
                    now)));
      }
      progress.touch(task.get("evaluation", UUID.class));
    }
    moves.takeBack(returning);
    tooOften.forEach(
        (state, tasks) -> outcomes.giveUp(tasks, state, new Failure(FailureKind.LOST, null)));
    note(lost, now);
  }

  private void note(Map<UUID, Integer> lost, Instant now) {
    Map<UUID, Pace> changed = new HashMap<>();
    paces
        .locked(Set.copyOf(lost.keySet()))
        .forEach(
            (endpoint, paced) -> {
              Pace pace = paced.pace();
              for (int count = 0; count < lost.get(endpoint); count++) {
                pace = pace.lost(now);
              }
              changed.put(endpoint, pace);
            });
    paces.save(changed);
  }
}
