package org.primum.runner.asking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.primum.gatewayclient.Cancellations;
import org.primum.gatewayclient.Gateway;
import org.primum.messaging.InFlight;
import org.primum.messaging.TaskLedger;
import org.primum.modelclient.ChatRequest;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.Outcome;
import org.primum.protocol.Answer;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.PromptIssued;

/**
 * Claim, call, record: no transaction and no connection is held while the model is asked. One
 * request for each time that a prompt is handed out: whether and when it is tried again is decided
 * by the gateway, which knows how the endpoint is.
 */
@ApplicationScoped
class Asking {

  private static final Logger LOG = Logger.getLogger(Asking.class);

  private final TaskLedger transcripts;
  private final Gateway gateway;
  private final Cancellations cancellations;
  private final ModelClient client;
  private final Clock clock;
  private final InFlight inFlight = new InFlight();

  Asking(
      TaskLedger transcripts,
      Gateway gateway,
      Cancellations cancellations,
      ModelClient client,
      Clock clock) {
    this.transcripts = transcripts;
    this.gateway = gateway;
    this.cancellations = cancellations;
    this.client = client;
    this.clock = clock;
  }

  /**
   * Sees to it that the prompt has an outcome, here or in another replica.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @throws InterruptedException when the service stops before it has
   */
  void handle(PromptIssued prompt, boolean redelivered) throws InterruptedException {
    UUID task = prompt.taskId();
    int attempt = prompt.attempt() == null ? 1 : prompt.attempt();
    inFlight.alone(
        task,
        () -> {
          if (transcripts.claim(new TaskLedger.Wanted(task, attempt, redelivered)).taken()
              && !cancellations.contains(prompt.cancelKey())) {
            Outcome outcome = ask(prompt);
            AnswerRecorded recorded = recorded(prompt, attempt, outcome);
            transcripts.record(task, attempt, recorded.mayPass(), Json.write(recorded));
            LOG.debugf("asked task=%s attempt=%d", task, attempt);
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

  private AnswerRecorded recorded(PromptIssued prompt, int attempt, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Replied replied ->
          new AnswerRecorded(
              prompt.taskId(),
              new Answer(
                  replied.text(),
                  replied.finishReason(),
                  replied.promptTokens(),
                  replied.completionTokens(),
                  replied.latencyMillis(),
                  replied.requests(),
                  replied.reportedModel(),
                  clock.instant()),
              null,
              attempt,
              null,
              outcome.report(prompt.endpoint().id()));
      case Outcome.Failed failed ->
          new AnswerRecorded(
              prompt.taskId(),
              null,
              failed.failure(),
              attempt,
              failed.retryable(),
              outcome.report(prompt.endpoint().id()));
    };
  }
}
