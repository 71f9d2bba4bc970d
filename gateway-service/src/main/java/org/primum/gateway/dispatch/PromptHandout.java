package org.primum.gateway.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.primum.gateway.evaluation.Evaluations;
import org.primum.gateway.reuse.ReusableAnswers;
import org.primum.messaging.Outgoing;
import org.primum.protocol.Answer;
import org.primum.protocol.AskedRequest;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.message.AnswerRecorded;
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
      update task set state = 'asking', attempts = attempts + 1, lease_until = ?1,
        holds_place = chosen.rank > chosen.found - chosen.places
      from (
        select next.*, share.places
        from unnest(?2, ?3, ?4) as share (evaluation_id, places, items)
          cross join lateral (
            select id, row_number() over (order by %1$s) as rank, count(*) over () as found
            from (
              select id, ordinal, attempts from task where task.evaluation_id = share.evaluation_id
                and state = 'waiting' and (not_before is null or not_before <= ?5)
              order by %1$s limit share.items for update skip locked) as locked) as next
      ) as chosen
      where task.id = chosen.id
      returning chosen.rank as rank, task.id as id, judging, evaluation_id, item_id, suite,
        category, split, prompt, document, instruction, part, repetition, attempts
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
  private final ReusableAnswers answers;
  private final TaskMoves moves;
  private final Cache<UUID, Setup> setups = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  PromptHandout(
      Session database, Evaluations evaluations, ReusableAnswers answers, TaskMoves moves) {
    this.database = database;
    this.evaluations = evaluations;
    this.answers = answers;
    this.moves = moves;
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
   * What was taken of one evaluation.
   *
   * @param messages one for each place
   * @param items how many are in them
   * @param answered how many were answered at once
   */
  record Taken(List<Outgoing> messages, int items, int answered) {}

  /**
   * Takes prompts, within the caller's transaction. What an evaluation may take an earlier answer
   * for is answered at once.
   *
   * @param shares how much of each evaluation; those that take earlier answers, one item a place
   * @return by evaluation; those of which nothing was found are left out
   */
  Map<UUID, Taken> take(Map<ActiveEvaluation, Share> shares, Instant leaseUntil, Instant now) {
    Map<UUID, Taken> taken = new HashMap<>();
    taken.putAll(take(Share.IN_ORDER, Share.only(shares, false), leaseUntil, now));
    taken.putAll(take(Share.LEAST_TRIED_FIRST, Share.only(shares, true), leaseUntil, now));
    return taken;
  }

  private Map<UUID, Taken> take(
      String order, Map<ActiveEvaluation, Share> shares, Instant leaseUntil, Instant now) {
    if (shares.isEmpty()) {
      return Map.of();
    }
    Map<UUID, ActiveEvaluation> byId = new HashMap<>();
    shares.keySet().forEach(evaluation -> byId.put(evaluation.id(), evaluation));
    Map<ActiveEvaluation, SortedMap<Long, PromptIssued>> found = new HashMap<>();
    database
        .createNativeQuery(HAND_OUT.formatted(order), Tuple.class)
        .setParameter(1, leaseUntil)
        .setParameter(2, shares.keySet().stream().map(ActiveEvaluation::id).toArray(UUID[]::new))
        .setParameter(3, shares.values().stream().map(Share::places).toArray(Integer[]::new))
        .setParameter(4, shares.values().stream().map(Share::items).toArray(Integer[]::new))
        .setParameter(5, now)
        .getResultStream()
        .forEach(
            task -> {
              ActiveEvaluation evaluation = byId.get(task.get("evaluation_id", UUID.class));
              found
                  .computeIfAbsent(evaluation, any -> new TreeMap<>())
                  .put(task.get("rank", Long.class), prompt(task, evaluation));
            });
    Map<UUID, Taken> taken = new HashMap<>();
    found.forEach(
        (evaluation, ranked) -> {
          List<PromptIssued> all = List.copyOf(ranked.values());
          List<PromptIssued> open = evaluation.reusesAnswers() ? unanswered(evaluation, all) : all;
          List<Outgoing> messages =
              Sequences.of(open, shares.get(evaluation).places(), PromptIssued::followedBy).stream()
                  .map(sequence -> Outgoing.of(PromptIssued.KEY, sequence))
                  .toList();
          taken.put(evaluation.id(), new Taken(messages, open.size(), all.size() - open.size()));
        });
    return taken;
  }

  /** Answers those that the model has answered before, and gives the others. */
  private List<PromptIssued> unanswered(ActiveEvaluation evaluation, List<PromptIssued> prompts) {
    Map<String, Answer> earlier =
        answers.earlier(
            evaluation.modelId(), prompts.stream().map(PromptIssued::identity).toList());
    moves.answer(
        prompts.stream()
            .filter(one -> earlier.containsKey(one.identity()))
            .map(
                one ->
                    new AnswerRecorded(
                        one.taskId(),
                        earlier.get(one.identity()),
                        null,
                        one.attempt(),
                        null,
                        null,
                        one.identity()))
            .toList());
    return prompts.stream().filter(one -> !earlier.containsKey(one.identity())).toList();
  }

  private PromptIssued prompt(Tuple task, ActiveEvaluation evaluation) {
    Setup setup = setup(evaluation.id()).orElseThrow();
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
    ModelRequest request = Suites.of(item.suite()).request(item, setup.generation());
    Generation generation =
        new Generation(
            request.system(),
            setup.generation().temperature(),
            setup.generation().topP(),
            setup.generation().maxTokens());
    AskedRequest asked =
        new AskedRequest(
            setup.endpoint(), generation, request.user(), task.get("repetition", Integer.class));
    return new PromptIssued(
        task.get("id", UUID.class),
        setup.endpoint(),
        generation,
        request.user(),
        task.get("judging", String.class),
        null,
        null,
        task.get("attempts", Integer.class),
        evaluation.cancelKey(),
        asked.identity(),
        null);
  }
}
