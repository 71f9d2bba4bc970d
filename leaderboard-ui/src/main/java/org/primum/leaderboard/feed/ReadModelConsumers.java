package org.primum.leaderboard.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.messaging.Batches;
import org.primum.messaging.Inbox;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** Builds the read model from the gateway's messages, in short transactions. */
@ApplicationScoped
class ReadModelConsumers {

  private static final int MOST_AT_ONCE = 200;

  private final Inbox inbox;
  private final Evaluations evaluations;
  private final Batches<ItemFinished, Void> items;
  private final BenchmarkVersions versions;

  ReadModelConsumers(
      Inbox inbox, Evaluations evaluations, ItemRecords items, BenchmarkVersions versions) {
    this.inbox = inbox;
    this.evaluations = evaluations;
    this.items =
        new Batches<>(
            "items",
            MOST_AT_ONCE,
            some -> {
              items.take(some);
              return Collections.nCopies(some.size(), null);
            });
    this.versions = versions;
  }

  @Incoming("evaluations")
  @RunOnVirtualThread
  CompletionStage<Void> evaluation(Message<byte[]> message) {
    return inbox.handle(message, EvaluationChanged.class, evaluations::take);
  }

  @Incoming("items")
  @RunOnVirtualThread
  CompletionStage<Void> item(Message<byte[]> message) {
    return inbox.handle(message, ItemFinished.class, items::add);
  }

  @Incoming("benchmarks")
  @RunOnVirtualThread
  CompletionStage<Void> benchmark(Message<byte[]> message) {
    return inbox.handle(message, BenchmarkChanged.class, versions::take);
  }

  void stop(@Observes @Priority(100) ShutdownEvent event) {
    items.close();
  }
}
