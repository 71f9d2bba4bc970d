package org.primum.gateway.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.gateway.evaluation.Evaluations;
import org.primum.gateway.evaluation.Progress;
import org.primum.gateway.evaluation.Task;
import org.primum.gateway.model.Model;
import org.primum.messaging.Outbox;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.message.PromptIssued;
import org.primum.protocol.suite.ModelRequest;
import org.primum.protocol.suite.Suites;

/**
 * Hands out prompts within what an endpoint may take. The model's row is locked meanwhile, so the
 * cap holds over all gateway replicas and over all evaluations of the model.
 */
@ApplicationScoped
class Credit {

  /** Takes turns between the evaluations of a model: the first item of each, then the second. */
  private static final String HAND_OUT =
      """
      update task set state = 'asking', attempts = attempts + 1, lease_until = ?1
      where id in (
        select id from (
          select task.id, row_number() over (partition by evaluation_id order by task.ordinal)
            as turn
          from task join evaluation on evaluation.id = task.evaluation_id
          where evaluation.model_id = ?2 and evaluation.state in ('queued', 'running', 'judging')
            and task.state = 'waiting'
        ) as queue
        order by turn limit ?3
      ) and task.state = 'waiting'
      returning id, judging, evaluation_id, item_id, suite, category, split, prompt, document,
        instruction, part
      """;

  private static final String IN_FLIGHT =
      """
      select count(*) from task join evaluation on evaluation.id = task.evaluation_id
      where evaluation.model_id = ?1 and evaluation.state in ('queued', 'running', 'judging')
        and task.state = ?2
      """;

  private static final String MODELS_WAITING =
      """
      select distinct evaluation.model_id from evaluation
      where evaluation.state in ('queued', 'running', 'judging') and exists (
        select from task where task.evaluation_id = evaluation.id and task.state = 'waiting')
      """;

  private static final String LAPSED =
      """
      select task.id from task join evaluation on evaluation.id = task.evaluation_id
      where task.state in ('asking', 'judging') and task.lease_until < ?1
        and evaluation.state in ('queued', 'running', 'judging')
      limit 200 for update of task skip locked
      """;

  private final Session database;
  private final Evaluations evaluations;
  private final Progress progress;
  private final Outbox outbox;
  private final DispatchConfiguration configuration;
  private final Clock clock;

  Credit(
      Session database,
      Evaluations evaluations,
      Progress progress,
      Outbox outbox,
      DispatchConfiguration configuration,
      Clock clock) {
    this.database = database;
    this.evaluations = evaluations;
    this.progress = progress;
    this.outbox = outbox;
    this.configuration = configuration;
    this.clock = clock;
  }

  List<UUID> modelsWaiting() {
    return database.createNativeQuery(MODELS_WAITING, UUID.class).getResultList();
  }

  void handOut(UUID modelId) {
    Model model = database.find(Model.class, modelId, LockModeType.PESSIMISTIC_WRITE);
    Endpoint endpoint = model.endpoint();
    // What waits for a judge is bounded, too: a lease is not to lapse in the judge's queue.
    long free =
        Math.min(
            endpoint.maxConcurrency() - count(modelId, "asking"),
            configuration.judgingBacklog() - count(modelId, "judging"));
    if (free <= 0) {
      return;
    }
    Instant leaseUntil = clock.instant().plus(configuration.lease());
    Map<UUID, Generation> generations = new HashMap<>();
    database
        .createNativeQuery(HAND_OUT, Tuple.class)
        .setParameter(1, leaseUntil)
        .setParameter(2, modelId)
        .setParameter(3, free)
        .getResultStream()
        .forEach(
            task -> {
              UUID evaluation = task.get("evaluation_id", UUID.class);
              Generation generation =
                  generations.computeIfAbsent(
                      evaluation, id -> evaluations.findById(id).generation());
              outbox.add(PromptIssued.KEY, prompt(task, endpoint, generation));
              progress.touch(evaluation);
            });
  }

  private static PromptIssued prompt(Tuple task, Endpoint endpoint, Generation generation) {
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
    boolean asItStands = request.user().equals(item.prompt());
    return new PromptIssued(
        task.get("id", UUID.class),
        endpoint,
        new Generation(
            request.system(), generation.temperature(), generation.topP(), generation.maxTokens()),
        request.user(),
        task.get("judging", String.class),
        asItStands ? null : item.prompt(),
        item.document());
  }

  private long count(UUID modelId, String state) {
    return database
        .createNativeQuery(IN_FLIGHT, Long.class)
        .setParameter(1, modelId)
        .setParameter(2, state)
        .getSingleResult();
  }

  /** Puts tasks whose lease lapsed back in the queue, or gives them up after too many attempts. */
  void takeBackLapsed() {
    Instant now = clock.instant();
    List<UUID> lapsed =
        database.createNativeQuery(LAPSED, UUID.class).setParameter(1, now).getResultList();
    for (UUID id : lapsed) {
      Task task = evaluations.task(id).orElseThrow();
      if (task.takenBack(configuration.attempts(), now)) {
        outbox.add(ItemFinished.KEY, task.record());
      }
      progress.touch(task.evaluationId());
    }
  }
}
