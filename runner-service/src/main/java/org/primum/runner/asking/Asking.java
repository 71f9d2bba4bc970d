package org.primum.runner.asking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.primum.gatewayclient.Cancellations;
import org.primum.gatewayclient.Gateway;
import org.primum.messaging.TaskLedger;
import org.primum.messaging.TaskSequence;
import org.primum.modelclient.ChatRequest;
import org.primum.modelclient.ModelClient;
import org.primum.modelclient.Outcome;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.Generation;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.PromptIssued;

/**
 * Claim, call, record: no transaction and no connection is held while the model is asked. One
 * request for each time that a prompt is handed out: whether and when it is tried again is decided
 * by the gateway, which knows how the endpoint is. Of a sequence, what comes after trouble is given
 * back unasked for the same reason.
 */
@ApplicationScoped
class Asking implements TaskSequence.Work<Asking.Handed> {

  private static final Logger LOG = Logger.getLogger(Asking.class);

  private final TaskSequence<Handed> sequences;
  private final Gateway gateway;
  private final Cancellations cancellations;
  private final ModelClient client;
  private final Clock clock;

  Asking(
      TaskLedger transcripts,
      Gateway gateway,
      Cancellations cancellations,
      ModelClient client,
      Clock clock) {
    this.sequences = new TaskSequence<>(transcripts, this);
    this.gateway = gateway;
    this.cancellations = cancellations;
    this.client = client;
    this.clock = clock;
  }

  /**
   * A prompt as it was handed out.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   */
  record Handed(PromptIssued prompt, boolean redelivered) {

    private int attempt() {
      return prompt.attempt() == null ? 1 : prompt.attempt();
    }
  }

  /**
   * Sees to it that the prompt, and each that comes after it, has an outcome, here or in another
   * replica.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @throws InterruptedException when the service stops before it has
   */
  void handle(PromptIssued prompt, boolean redelivered) throws InterruptedException {
    sequences.work(prompt.inOrder().stream().map(one -> new Handed(one, redelivered)).toList());
  }

  @Override
  public TaskLedger.Wanted wanted(Handed handed) {
    return new TaskLedger.Wanted(handed.prompt.taskId(), handed.attempt(), handed.redelivered);
  }

  @Override
  public Optional<TaskSequence.Done> take(Handed handed, TaskLedger.Claim claim) {
    PromptIssued prompt = handed.prompt;
    if (cancellations.contains(prompt.cancelKey())) {
      return Optional.empty();
    }
    Outcome outcome = ask(prompt, handed.attempt());
    AnswerRecorded recorded = recorded(prompt, handed.attempt(), outcome);
    LOG.debugf("asked task=%s attempt=%d", prompt.taskId(), handed.attempt());
    return Optional.of(
        new TaskSequence.Done(
            recorded.mayPass(),
            Json.write(recorded),
            outcome.met().trouble() == null ? null : recorded.failure()));
  }

  @Override
  public String leave(Handed handed, TaskLedger.Claim claim, Failure why) {
    return Json.write(
        new AnswerRecorded(
            handed.prompt.taskId(),
            null,
            why,
            handed.attempt(),
            true,
            null,
            handed.prompt.identity()));
  }

  @Override
  public boolean hurries(Handed last) {
    return true;
  }

  private Outcome ask(PromptIssued prompt, int attempt) {
    Generation generation = prompt.generation();
    return gateway.ask(
        client,
        prompt.endpoint(),
        new ChatRequest(
            generation.systemPrompt(),
            prompt.prompt(),
            generation.temperature(),
            generation.topP(),
            generation.maxTokens()),
        attempt);
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
              outcome.report(prompt.endpoint().id()),
              prompt.identity());
      case Outcome.Failed failed ->
          new AnswerRecorded(
              prompt.taskId(),
              null,
              failed.failure(),
              attempt,
              failed.retryable(),
              outcome.report(prompt.endpoint().id()),
              prompt.identity());
    };
  }
}
