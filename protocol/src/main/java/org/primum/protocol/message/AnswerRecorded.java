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
 */
public record AnswerRecorded(UUID taskId, Answer answer, Failure failure) {

  /** Routing key. */
  public static final String KEY = "answer.v1";

  public AnswerRecorded {
    Require.present(taskId, "taskId");
    Require.that(
        (answer == null) != (failure == null), "exactly one of answer and failure is needed");
  }
}
