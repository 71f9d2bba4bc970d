package org.primum.gateway.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.messaging.Batches;
import org.primum.messaging.Inbox;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.VerdictReached;

/** Takes answers and verdicts from the broker; those that come together share a transaction. */
@ApplicationScoped
class OutcomeConsumers {

  private static final int MOST_AT_ONCE = 200;

  private final Inbox inbox;
  private final Batches<AnswerRecorded, Void> answers;
  private final Batches<VerdictReached, Void> verdicts;

  OutcomeConsumers(Inbox inbox, Outcomes outcomes, Dispatcher dispatcher) {
    this.inbox = inbox;
    this.answers = new Batches<>("answers", MOST_AT_ONCE, thenNudge(outcomes::answers, dispatcher));
    this.verdicts =
        new Batches<>("verdicts", MOST_AT_ONCE, thenNudge(outcomes::verdicts, dispatcher));
  }

  private static <T> Function<List<T>, List<Void>> thenNudge(
      Consumer<List<T>> taker, Dispatcher dispatcher) {
    return some -> {
      taker.accept(some);
      dispatcher.nudge();
      return Collections.nCopies(some.size(), null);
    };
  }

  @Incoming("answers")
  @RunOnVirtualThread
  CompletionStage<Void> answer(Message<byte[]> message) {
    return inbox.handle(message, AnswerRecorded.class, answers::add);
  }

  @Incoming("verdicts")
  @RunOnVirtualThread
  CompletionStage<Void> verdict(Message<byte[]> message) {
    return inbox.handle(message, VerdictReached.class, verdicts::add);
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    answers.close();
    verdicts.close();
  }
}
