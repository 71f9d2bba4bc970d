package org.primum.gateway.dispatch;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.messaging.Batches;
import org.primum.messaging.Inbox;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.VerdictReached;

/**
 * Takes answers and verdicts from the broker; those that come together share a transaction, also
 * with the handing out of what they make room for.
 */
@ApplicationScoped
class OutcomeConsumers {

  private static final int MOST_AT_ONCE = 200;

  /** One of the two. */
  private record Arrival(AnswerRecorded answer, VerdictReached verdict) {}

  private final Inbox inbox;
  private final Dispatcher dispatcher;
  private final Batches<Arrival, Void> arrivals;

  OutcomeConsumers(Inbox inbox, Dispatcher dispatcher) {
    this.inbox = inbox;
    this.dispatcher = dispatcher;
    this.arrivals = new Batches<>("outcomes", MOST_AT_ONCE, this::take);
  }

  private List<Void> take(List<Arrival> some) {
    dispatcher.take(
        some.stream().map(Arrival::answer).filter(Objects::nonNull).toList(),
        some.stream().map(Arrival::verdict).filter(Objects::nonNull).toList());
    return Collections.nCopies(some.size(), null);
  }

  @Incoming("answers")
  @RunOnVirtualThread
  CompletionStage<Void> answer(Message<byte[]> message) {
    return inbox.handle(
        message, AnswerRecorded.class, answer -> arrivals.add(new Arrival(answer, null)));
  }

  @Incoming("verdicts")
  @RunOnVirtualThread
  CompletionStage<Void> verdict(Message<byte[]> message) {
    return inbox.handle(
        message, VerdictReached.class, verdict -> arrivals.add(new Arrival(null, verdict)));
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    arrivals.close();
  }
}
