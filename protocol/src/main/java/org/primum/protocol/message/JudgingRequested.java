package org.primum.protocol.message;

import java.util.UUID;
import org.primum.protocol.Require;

/**
 * Runner to judge, {@value #KEY}: judge this answer. Says nothing about whose answer it is.
 *
 * @param taskId opaque to the judge
 * @param judging the hash of the judging protocol to apply
 * @param request what was asked
 * @param answer what was said
 * @param document what the answer is to be grounded in; null without one
 */
public record JudgingRequested(
    UUID taskId, String judging, String request, String answer, String document) {

  /** Routing key. */
  public static final String KEY = "judging.v1";

  public JudgingRequested {
    Require.present(taskId, "taskId");
    Require.text(judging, "judging");
    Require.text(request, "request");
    Require.text(answer, "answer");
  }

  /** An answer that stands without a document. */
  public JudgingRequested(UUID taskId, String judging, String request, String answer) {
    this(taskId, judging, request, answer, null);
  }
}
