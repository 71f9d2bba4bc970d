package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.messaging.Outgoing;
import org.primum.protocol.Answer;
import org.primum.protocol.Json;
import org.primum.protocol.message.JudgingRequested;

/** Takes answers that wait for their judges and makes the messages by which a judge is asked. */
@ApplicationScoped
class JudgingHandout {

  private static final String HAND_OUT =
      """
      update task set state = 'judging', attempts = attempts + 1, lease_until = ?1
      from (
        select next.id from unnest(?2, ?3, ?4) as share (evaluation_id, judging, places)
          cross join lateral (
            select id from task where task.evaluation_id = share.evaluation_id
              and task.judging = share.judging and state = 'answered'
              and (not_before is null or not_before <= ?5)
            order by ordinal limit share.places for update skip locked) as next
      ) as chosen
      where task.id = chosen.id
      returning task.id as id, judging, evaluation_id, prompt, document, answer, attempts
      """;

  private final Session database;

  JudgingHandout(Session database) {
    this.database = database;
  }

  /**
   * Takes answers, within the caller's transaction.
   *
   * @param shares how many of each
   * @param cancelKeys by evaluation
   */
  List<Outgoing> take(
      Map<JudgingLoad, Integer> shares,
      Map<UUID, UUID> cancelKeys,
      Instant leaseUntil,
      Instant now) {
    List<Outgoing> messages = new ArrayList<>();
    database
        .createNativeQuery(HAND_OUT, Tuple.class)
        .setParameter(1, leaseUntil)
        .setParameter(
            2, shares.keySet().stream().map(JudgingLoad::evaluationId).toArray(UUID[]::new))
        .setParameter(3, shares.keySet().stream().map(JudgingLoad::judging).toArray(String[]::new))
        .setParameter(4, shares.values().toArray(Integer[]::new))
        .setParameter(5, now)
        .getResultStream()
        .forEach(
            task ->
                messages.add(
                    Outgoing.of(
                        JudgingRequested.KEY,
                        judging(task, cancelKeys.get(task.get("evaluation_id", UUID.class))))));
    return messages;
  }

  private static JudgingRequested judging(Tuple task, UUID cancelKey) {
    return new JudgingRequested(
        task.get("id", UUID.class),
        task.get("judging", String.class),
        task.get("prompt", String.class),
        Json.read(task.get("answer", String.class), Answer.class).text(),
        task.get("document", String.class),
        task.get("attempts", Integer.class),
        cancelKey);
  }
}
