package org.primum.runner.transcript;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import org.primum.messaging.Claims;
import org.primum.messaging.Outbox;
import org.primum.modelclient.Outcome;
import org.primum.protocol.message.AnswerRecorded;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.message.PromptIssued;

/** Claims prompts and records their outcomes, each in one short transaction. */
@ApplicationScoped
public class Transcripts implements PanacheRepositoryBase<Transcript, UUID> {

  private final Claims claims;
  private final Outbox outbox;
  private final Clock clock;

  Transcripts(Claims claims, Outbox outbox, Clock clock) {
    this.claims = claims;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Claims a prompt for this replica. An outcome that is there already is sent again.
   *
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @return whether the caller is to ask
   */
  public boolean claim(PromptIssued prompt, boolean redelivered) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              boolean taken = claims.take("transcript", prompt.taskId(), redelivered);
              if (!taken) {
                findByIdOptional(prompt.taskId())
                    .filter(Transcript::recorded)
                    .ifPresent(recorded -> send(recorded, prompt));
              }
              return taken;
            });
  }

  /** Records what came of a prompt, unless somebody has already, and sends it on. */
  public void record(PromptIssued prompt, Outcome outcome) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Transcript found = findById(prompt.taskId(), LockModeType.PESSIMISTIC_WRITE);
              if (!found.recorded()) {
                found.record(outcome, clock.instant());
                send(found, prompt);
              }
            });
  }

  private void send(Transcript recorded, PromptIssued prompt) {
    AnswerRecorded message = recorded.message();
    outbox.add(AnswerRecorded.KEY, message);
    if (message.answer() != null) {
      outbox.add(
          JudgingRequested.KEY,
          new JudgingRequested(
              prompt.taskId(),
              prompt.judging(),
              prompt.asked(),
              message.answer().text(),
              prompt.document()));
    }
  }
}
