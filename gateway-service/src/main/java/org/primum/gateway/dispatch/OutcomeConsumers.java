package org.primum.gateway.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.gateway.evaluation.Evaluations;
import org.primum.gateway.evaluation.Progress;
import org.primum.gateway.evaluation.Task;
import org.primum.messaging.Inbox;
import org.primum.messaging.Outbox;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.message.VerdictReached;

/** Takes answers and verdicts, each in one short transaction; a second copy changes nothing. */
@ApplicationScoped
class OutcomeConsumers {

  private final Inbox inbox;
  private final Evaluations evaluations;
  private final Progress progress;
  private final Dispatcher dispatcher;
  private final Outbox outbox;
  private final DispatchConfiguration configuration;
  private final Clock clock;

  OutcomeConsumers(
      Inbox inbox,
      Evaluations evaluations,
      Progress progress,
      Dispatcher dispatcher,
      Outbox outbox,
      DispatchConfiguration configuration,
      Clock clock) {
    this.inbox = inbox;
    this.evaluations = evaluations;
    this.progress = progress;
    this.dispatcher = dispatcher;
    this.outbox = outbox;
    this.configuration = configuration;
    this.clock = clock;
  }

  @Incoming("answers")
  @RunOnVirtualThread
  CompletionStage<Void> answer(Message<byte[]> message) {
    return inbox.handle(
        message,
        AnswerRecorded.class,
        recorded -> {
          change(
              recorded.taskId(),
              task ->
                  recorded.answer() == null
                      ? task.failed(recorded.failure(), clock.instant())
                      : task.answered(recorded.answer(), clock.instant(), configuration.lease()));
          dispatcher.nudge();
        });
  }

  @Incoming("verdicts")
  @RunOnVirtualThread
  CompletionStage<Void> verdict(Message<byte[]> message) {
    return inbox.handle(
        message,
        VerdictReached.class,
        reached -> {
          change(reached.taskId(), task -> task.judged(reached, clock.instant()));
          dispatcher.nudge();
        });
  }

  private void change(UUID taskId, Predicate<Task> finishes) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                evaluations
                    .task(taskId)
                    .ifPresent(
                        task -> {
                          if (finishes.test(task)) {
                            outbox.add(ItemFinished.KEY, task.record());
                          }
                          progress.touch(task.evaluationId());
                        }));
  }
}
