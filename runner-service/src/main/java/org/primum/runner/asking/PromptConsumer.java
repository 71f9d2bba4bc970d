package org.primum.runner.asking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.primum.messaging.Inbox;
import org.primum.protocol.message.PromptIssued;

/** Takes prompts from the broker; a message is acknowledged when its outcome is recorded. */
@ApplicationScoped
class PromptConsumer {

  private final Inbox inbox;
  private final Asking asking;

  PromptConsumer(Inbox inbox, Asking asking) {
    this.inbox = inbox;
    this.asking = asking;
  }

  @Incoming("prompts")
  @RunOnVirtualThread
  CompletionStage<Void> prompt(Message<byte[]> message) {
    return inbox.handle(
        message, PromptIssued.class, prompt -> asking.handle(prompt, Inbox.redelivered(message)));
  }
}
