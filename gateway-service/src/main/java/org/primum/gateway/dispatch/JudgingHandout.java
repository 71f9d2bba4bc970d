package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
      update task set state = 'judging', attempts = attempts + 1, lease_until = ?1,
        holds_place = chosen.rank > chosen.found - chosen.places
      from (
        select next.*, share.places
        from unnest(?2, ?3, ?4, ?5) as share (evaluation_id, judging, places, items)
          cross join lateral (
            select id, row_number() over (order by %1$s) as rank, count(*) over () as found
            from (
              select id, ordinal, attempts from task where task.evaluation_id = share.evaluation_id
                and task.judging = share.judging and state = 'answered'
                and (not_before is null or not_before <= ?6)
              order by %1$s limit share.items for update skip locked) as locked) as next
      ) as chosen
      where task.id = chosen.id
      returning chosen.rank as rank, task.id as id, judging, evaluation_id, prompt, document,
        answer, attempts
      """;

  private final Session database;

  JudgingHandout(Session database) {
    this.database = database;
  }

  /**
   * Takes answers, within the caller's transaction.
   *
   * @param shares how much of each
   * @param cancelKeys by evaluation
   * @return a message for each place
   */
  List<Outgoing> take(
      Map<JudgingLoad, Share> shares, Map<UUID, UUID> cancelKeys, Instant leaseUntil, Instant now) {
    List<Outgoing> messages = new ArrayList<>();
    messages.addAll(take(Share.IN_ORDER, Share.only(shares, false), cancelKeys, leaseUntil, now));
    messages.addAll(
        take(Share.LEAST_TRIED_FIRST, Share.only(shares, true), cancelKeys, leaseUntil, now));
    return messages;
  }

  private List<Outgoing> take(
      String order,
      Map<JudgingLoad, Share> shares,
      Map<UUID, UUID> cancelKeys,
      Instant leaseUntil,
      Instant now) {
    if (shares.isEmpty()) {
      return List.of();
    }
    Map<Load, SortedMap<Long, Tuple>> found = new HashMap<>();
    database
        .createNativeQuery(HAND_OUT.formatted(order), Tuple.class)
        .setParameter(1, leaseUntil)
        .setParameter(
            2, shares.keySet().stream().map(JudgingLoad::evaluationId).toArray(UUID[]::new))
        .setParameter(3, shares.keySet().stream().map(JudgingLoad::judging).toArray(String[]::new))
        .setParameter(4, shares.values().stream().map(Share::places).toArray(Integer[]::new))
        .setParameter(5, shares.values().stream().map(Share::items).toArray(Integer[]::new))
        .setParameter(6, now)
        .getResultStream()
        .forEach(
            task -> {
              UUID evaluation = task.get("evaluation_id", UUID.class);
              found
                  .computeIfAbsent(
                      new Load(evaluation, task.get("judging", String.class)),
                      any -> new TreeMap<>())
                  .put(task.get("rank", Long.class), task);
            });
    List<Outgoing> messages = new ArrayList<>();
    shares.forEach(
        (load, share) -> {
          SortedMap<Long, Tuple> ranked =
              found.getOrDefault(new Load(load.evaluationId(), load.judging()), new TreeMap<>());
          UUID cancelKey = cancelKeys.get(load.evaluationId());
          Sequences.of(
                  ranked.values().stream()
                      .map(task -> judging(task, cancelKey, share.scarce()))
                      .toList(),
                  share.places(),
                  JudgingRequested::followedBy)
              .forEach(sequence -> messages.add(Outgoing.of(JudgingRequested.KEY, sequence)));
        });
    return messages;
  }

  private record Load(UUID evaluation, String judging) {}

  private static JudgingRequested judging(Tuple task, UUID cancelKey, boolean scarce) {
    return new JudgingRequested(
        task.get("id", UUID.class),
        task.get("judging", String.class),
        task.get("prompt", String.class),
        Json.read(task.get("answer", String.class), Answer.class).text(),
        task.get("document", String.class),
        task.get("attempts", Integer.class),
        cancelKey,
        scarce ? null : false,
        null);
  }
}
