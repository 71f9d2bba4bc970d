package org.primum.protocol.message;

import java.util.UUID;
import org.primum.protocol.Require;

/**
 * Gateway to judge, {@value #KEY}: judge this answer. Says nothing about whose answer it is.
 *
 * @param taskId opaque to the judge
 * @param judging the hash of the judging protocol to apply
 * @param request what was asked
 * @param answer what was said
 * @param document what the answer is to be grounded in; null without one
 * @param attempt counts how often the task was handed out; null from a gateway of old
 * @param cancelKey what a cancelled evaluation is known by; says nothing of the model
 */
public record JudgingRequested(
    UUID taskId,
    String judging,
    String request,
    String answer,
    String document,
    Integer attempt,
    UUID cancelKey) {

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
    this(taskId, judging, request, answer, null, null, null);
  }

  /** An answer that is handed out once. */
  public JudgingRequested(
      UUID taskId, String judging, String request, String answer, String document) {
    this(taskId, judging, request, answer, document, null, null);
  }
}
