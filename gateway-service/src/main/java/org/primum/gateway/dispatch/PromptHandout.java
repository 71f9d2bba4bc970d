package org.primum.gateway.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.primum.gateway.evaluation.Evaluations;
import org.primum.messaging.Outgoing;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.suite.ModelRequest;
import org.primum.protocol.suite.Suites;

/** Takes waiting prompts and makes the messages by which a runner is asked to ask them. */
@ApplicationScoped
class PromptHandout {

  private static final Logger LOG = Logger.getLogger(PromptHandout.class);

  private static final int MOST_KEPT = 1_000;

  private static final String HAND_OUT =
      """
      update task set state = 'asking', attempts = attempts + 1, lease_until = ?1
      from (
        select next.id from unnest(?2, ?3) as share (evaluation_id, places)
          cross join lateral (
            select id from task where task.evaluation_id = share.evaluation_id
              and state = 'waiting' and (not_before is null or not_before <= ?4)
            order by ordinal limit share.places for update skip locked) as next
      ) as chosen
      where task.id = chosen.id
      returning task.id as id, judging, evaluation_id, item_id, suite, category, split, prompt,
        document, instruction, part, attempts
      """;

  /**
   * What stays the same while an evaluation runs.
   *
   * @param endpoint where its model is asked
   * @param generation how
   */
  record Setup(Endpoint endpoint, Generation generation) {}

  private final Session database;
  private final Evaluations evaluations;
  private final Cache<UUID, Setup> setups = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  PromptHandout(Session database, Evaluations evaluations) {
    this.database = database;
    this.evaluations = evaluations;
  }

  /** How this evaluation's model is asked; empty, with a line in the log, when it cannot be. */
  Optional<Setup> setup(UUID evaluationId) {
    try {
      return Optional.of(setups.get(evaluationId, this::read));
    } catch (RuntimeException unusable) {
      LOG.warnf("dispatch waits evaluation=%s reason=\"%s\"", evaluationId, unusable.getMessage());
      return Optional.empty();
    }
  }

  private Setup read(UUID evaluationId) {
    return evaluations.setup(evaluationId, Setup::new);
  }

  /**
   * Takes prompts, within the caller's transaction.
   *
   * @param shares how many of each evaluation
   * @return what to send; by evaluation, at most that many
   */
  Map<UUID, List<Outgoing>> take(
      Map<ActiveEvaluation, Integer> shares, Instant leaseUntil, Instant now) {
    Map<UUID, ActiveEvaluation> byId = new HashMap<>();
    shares.keySet().forEach(evaluation -> byId.put(evaluation.id(), evaluation));
    Map<UUID, List<Outgoing>> messages = new HashMap<>();
    database
        .createNativeQuery(HAND_OUT, Tuple.class)
        .setParameter(1, leaseUntil)
        .setParameter(2, shares.keySet().stream().map(ActiveEvaluation::id).toArray(UUID[]::new))
        .setParameter(3, shares.values().toArray(Integer[]::new))
        .setParameter(4, now)
        .getResultStream()
        .forEach(
            task -> {
              ActiveEvaluation evaluation = byId.get(task.get("evaluation_id", UUID.class));
              messages
                  .computeIfAbsent(evaluation.id(), id -> new ArrayList<>())
                  .add(Outgoing.of(PromptIssued.KEY, prompt(task, evaluation)));
            });
    return messages;
  }

  private PromptIssued prompt(Tuple task, ActiveEvaluation evaluation) {
    Setup setup = setup(evaluation.id()).orElseThrow();
    Generation generation = setup.generation();
    Item item =
        new Item(
            task.get("item_id", String.class),
            task.get("suite", String.class),
            task.get("category", String.class),
            task.get("split", String.class),
            task.get("prompt", String.class),
            task.get("document", String.class),
            task.get("instruction", String.class),
            task.get("part", String.class));
    ModelRequest request = Suites.of(item.suite()).request(item, generation);
    return new PromptIssued(
        task.get("id", UUID.class),
        setup.endpoint(),
        new Generation(
            request.system(), generation.temperature(), generation.topP(), generation.maxTokens()),
        request.user(),
        task.get("judging", String.class),
        null,
        null,
        task.get("attempts", Integer.class),
        evaluation.cancelKey());
  }
}
