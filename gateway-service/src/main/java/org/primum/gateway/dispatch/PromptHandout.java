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
        document, instruction, part, repetition, attempts
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
   * Takes prompts, within the caller's transaction. What an evaluation may take an earlier answer
   * for is answered at once.
   *
   * @param shares how many of each evaluation
   * @return what to send; by evaluation, at most that many
   */
  Map<UUID, List<Outgoing>> take(
      Map<ActiveEvaluation, Integer> shares, Instant leaseUntil, Instant now) {
    Map<UUID, ActiveEvaluation> byId = new HashMap<>();
    shares.keySet().forEach(evaluation -> byId.put(evaluation.id(), evaluation));
    Map<ActiveEvaluation, List<Prompt>> taken = new HashMap<>();
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
              taken
                  .computeIfAbsent(evaluation, id -> new ArrayList<>())
                  .add(prompt(task, evaluation));
            });
    Map<UUID, String> identities = new HashMap<>();
    taken.values().forEach(some -> some.forEach(one -> identities.put(one.task(), one.identity())));
    answers.note(identities);
    Map<UUID, List<Outgoing>> messages = new HashMap<>();
    taken.forEach(
        (evaluation, some) ->
            messages.put(
                evaluation.id(),
                (evaluation.reusesAnswers() ? unanswered(evaluation, some) : some)
                    .stream().map(one -> Outgoing.of(PromptIssued.KEY, one.message())).toList()));
    return messages;
  }

  /** Answers those that the model has answered before, and gives the others. */
  private List<Prompt> unanswered(ActiveEvaluation evaluation, List<Prompt> prompts) {
    Map<String, Answer> earlier =
        answers.earlier(evaluation.modelId(), prompts.stream().map(Prompt::identity).toList());
    moves.answer(
        prompts.stream()
            .filter(one -> earlier.containsKey(one.identity()))
            .map(one -> new AnswerRecorded(one.task(), earlier.get(one.identity()), null))
            .toList());
    return prompts.stream().filter(one -> !earlier.containsKey(one.identity())).toList();
  }

  /**
   * A prompt that was taken.
   *
   * @param identity names the request by everything that could move its answer
   */
  private record Prompt(PromptIssued message, String identity) {

    UUID task() {
      return message.taskId();
    }
  }

  private Prompt prompt(Tuple task, ActiveEvaluation evaluation) {
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
    return new Prompt(
        new PromptIssued(
            task.get("id", UUID.class),
            setup.endpoint(),
            generation,
            request.user(),
            task.get("judging", String.class),
            null,
            null,
            task.get("attempts", Integer.class),
            evaluation.cancelKey()),
        new AskedRequest(
                setup.endpoint(), generation, request.user(), task.get("repetition", Integer.class))
            .identity());
  }
}
