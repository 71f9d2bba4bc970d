package org.primum.runner.asking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.primum.gatewayclient.Cancellations;
import org.primum.gatewayclient.Gateway;
import org.primum.messaging.Batches;
import org.primum.messaging.InFlight;
import org.primum.messaging.TaskLedger;
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
   * Sees to it that the prompt, and each that comes after it, has an outcome, here or in another
   * replica.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @throws InterruptedException when the service stops before it has
   */
  void handle(PromptIssued prompt, boolean redelivered) throws InterruptedException {
    List<PromptIssued> sequence = prompt.inOrder();
    inFlight.alone(
        sequence.stream().map(PromptIssued::taskId).toList(),
        () -> ask(sequence, transcripts.claim(wanted(sequence, redelivered))));
  }

  private static List<TaskLedger.Wanted> wanted(List<PromptIssued> sequence, boolean redelivered) {
    return sequence.stream()
        .map(prompt -> new TaskLedger.Wanted(prompt.taskId(), attempt(prompt), redelivered))
        .toList();
  }

  private static int attempt(PromptIssued prompt) {
    return prompt.attempt() == null ? 1 : prompt.attempt();
  }

  private void ask(List<PromptIssued> sequence, List<TaskLedger.Claim> claims)
      throws InterruptedException {
    List<CompletableFuture<Void>> recorded = new ArrayList<>();
    try {
      Failure trouble = null;
      for (int index = 0; index < sequence.size(); index++) {
        PromptIssued prompt = sequence.get(index);
        if (!claims.get(index).taken() || cancellations.contains(prompt.cancelKey())) {
          continue;
        }
        boolean last = index == sequence.size() - 1;
        if (trouble != null) {
          recorded.add(record(unasked(prompt, trouble), last));
          continue;
        }
        Outcome outcome = ask(prompt);
        recorded.add(record(recorded(prompt, outcome), last));
        if (outcome instanceof Outcome.Failed failed && failed.met().trouble() != null) {
          trouble = failed.failure();
        }
      }
    } finally {
      // The next one is not held up by the database, but nothing counts as handled before it is.
      for (CompletableFuture<Void> one : recorded) {
        Batches.await(one);
      }
    }
  }

  private CompletableFuture<Void> record(AnswerRecorded answer, boolean last) {
    LOG.debugf("asked task=%s attempt=%d", answer.taskId(), answer.attempt());
    return transcripts.record(
        answer.taskId(), answer.attempt(), answer.mayPass(), Json.write(answer), last);
  }

  private static AnswerRecorded unasked(PromptIssued prompt, Failure trouble) {
    return new AnswerRecorded(
        prompt.taskId(), null, trouble, attempt(prompt), true, null, prompt.identity());
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

  private AnswerRecorded recorded(PromptIssued prompt, Outcome outcome) {
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
              attempt(prompt),
              null,
              outcome.report(prompt.endpoint().id()),
              prompt.identity());
      case Outcome.Failed failed ->
          new AnswerRecorded(
              prompt.taskId(),
              null,
              failed.failure(),
              attempt(prompt),
              failed.retryable(),
              outcome.report(prompt.endpoint().id()),
              prompt.identity());
    };
  }
}
