package org.primum.runner.asking;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.primum.gatewayclient.Gateway;
import org.primum.messaging.InFlight;
import org.primum.modelclient.ChatRequest;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.Outcome;
import org.primum.protocol.Generation;
import org.primum.protocol.message.PromptIssued;
import org.primum.runner.transcript.Transcripts;

/** Claim, call, record: no transaction and no connection is held while the model is asked. */
@ApplicationScoped
class Asking {

  private static final Logger LOG = Logger.getLogger(Asking.class);

  private final Transcripts transcripts;
  private final Gateway gateway;
  private final ModelClient client;
  private final InFlight inFlight = new InFlight();

  Asking(Transcripts transcripts, Gateway gateway, ModelClient client) {
    this.transcripts = transcripts;
    this.gateway = gateway;
    this.client = client;
  }

  /**
   * Sees to it that the prompt has an outcome, here or in another replica.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   */
  void handle(PromptIssued prompt, boolean redelivered) {
    inFlight.alone(
        prompt.taskId(),
        () -> {
          if (transcripts.claim(prompt, redelivered)) {
            Outcome outcome = ask(prompt);
            transcripts.record(prompt, outcome);
            LOG.debugf("asked task=%s requests=%d", prompt.taskId(), outcome.requests());
          }
        });
  }

  private Outcome ask(PromptIssued prompt) {
    Generation generation = prompt.generation();
    return gateway.ask(
        client,
        prompt.endpoint(),
        new ChatRequest(
            generation.systemPrompt(),
            prompt.prompt(),
            generation.temperature(),
            generation.topP(),
            generation.maxTokens()));
  }
}
