package org.primum.judge.judging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.messaging.Inbox;
import org.primum.protocol.message.JudgingRequested;

/** Takes answers from the broker; a message is acknowledged when its verdict is recorded. */
@ApplicationScoped
class JudgingConsumer {

  private final Inbox inbox;
  private final Judging judging;

  JudgingConsumer(Inbox inbox, Judging judging) {
    this.inbox = inbox;
    this.judging = judging;
  }

  @Incoming("judgings")
  @RunOnVirtualThread
  CompletionStage<Void> judge(Message<byte[]> message) {
    return inbox.handle(
        message,
        JudgingRequested.class,
        request -> judging.handle(request, Inbox.redelivered(message)));
  }
}
