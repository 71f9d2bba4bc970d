package org.primum.protocol.message;

import java.util.UUID;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.Require;

/**
 * Runner to gateway, {@value #KEY}: the model answered, or did not.
 *
 * @param taskId one item of one evaluation
 * @param answer null when there is a failure
 * @param failure null when there is an answer
 * @param attempt which handing out of the task this came of; null from a runner of old
 * @param passing whether the same prompt may be answered later; null for no
 * @param report what the runner met at the endpoint, or null when it sent nothing
 * @param identity what the request is known by, as it came with the prompt, or null
 */
public record AnswerRecorded(
    UUID taskId,
    Answer answer,
    Failure failure,
    Integer attempt,
    Boolean passing,
    EndpointReport report,
    String identity) {

  /** Routing key. */
  public static final String KEY = "answer.v1";

  public AnswerRecorded {
    Require.present(taskId, "taskId");
    Require.that(
        (answer == null) != (failure == null), "exactly one of answer and failure is needed");
    Require.that(answer == null || passing == null || !passing, "only a failure may pass");
  }

  /** An outcome that says nothing of the endpoint and is final. */
  public AnswerRecorded(UUID taskId, Answer answer, Failure failure) {
    this(taskId, answer, failure, null, null, null, null);
  }

  /** Whether the same prompt may be answered later. */
  public boolean mayPass() {
    return Boolean.TRUE.equals(passing);
  }

  /** Whether it was not asked at all, because of what was met before its turn. */
  public boolean unasked() {
    return mayPass() && (report == null || report.requests() == 0);
  }
}
