package org.primum.runner.transcript;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.primum.modelclient.Outcome;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.Json;
import org.primum.protocol.message.AnswerRecorded;

/** One prompt that was claimed and, once its outcome is recorded, what the model said to it. */
@Entity
public class Transcript {

  @Id
  @Column(name = "task_id")
  UUID taskId;

  @Column(name = "claimed_by")
  UUID claimedBy;

  @Column(name = "claimed_until")
  Instant claimedUntil;

  String answer;
  String failure;

  @Column(name = "recorded_at")
  Instant recordedAt;

  boolean recorded() {
    return recordedAt != null;
  }

  void record(Outcome outcome, Instant now) {
    switch (outcome) {
      case Outcome.Replied replied ->
          answer =
              Json.write(
                  new Answer(
                      replied.text(),
                      replied.finishReason(),
                      replied.promptTokens(),
                      replied.completionTokens(),
                      replied.latencyMillis(),
                      replied.requests(),
                      replied.reportedModel(),
                      now));
      case Outcome.Failed failed -> failure = Json.write(failed.failure());
    }
    recordedAt = now;
  }

  /** What the gateway is told. */
  AnswerRecorded message() {
    return new AnswerRecorded(
        taskId,
        answer == null ? null : Json.read(answer, Answer.class),
        failure == null ? null : Json.read(failure, Failure.class));
  }
}
