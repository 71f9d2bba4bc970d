package org.primum.protocol.message;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
 * @param scarce whether others wait for the place it takes, so that its verdict is to be told at
 *     once; null for yes
 * @param then what the same judge judges after this, one after another, so that all of them take
 *     one place at the judging models; null for nothing
 */
public record JudgingRequested(
    UUID taskId,
    String judging,
    String request,
    String answer,
    String document,
    Integer attempt,
    UUID cancelKey,
    Boolean scarce,
    List<JudgingRequested> then) {

  /** Routing key. */
  public static final String KEY = "judging.v1";

  public JudgingRequested {
    Require.present(taskId, "taskId");
    Require.text(judging, "judging");
    Require.text(request, "request");
    Require.text(answer, "answer");
    Require.that(
        then == null || then.stream().allMatch(one -> one.then == null), "then has no then");
    then = then == null ? null : List.copyOf(then);
  }

  /** An answer that stands without a document. */
  public JudgingRequested(UUID taskId, String judging, String request, String answer) {
    this(taskId, judging, request, answer, null, null, null, null, null);
  }

  /** An answer that is handed out once. */
  public JudgingRequested(
      UUID taskId, String judging, String request, String answer, String document) {
    this(taskId, judging, request, answer, document, null, null, null, null);
  }

  /** Whether its verdict is to be told at once. */
  public boolean hurries() {
    return !Boolean.FALSE.equals(scarce);
  }

  /** This, and then those. */
  public JudgingRequested followedBy(List<JudgingRequested> others) {
    return new JudgingRequested(
        taskId,
        judging,
        request,
        answer,
        document,
        attempt,
        cancelKey,
        scarce,
        others.isEmpty() ? null : others);
  }

  /** This and what comes after it, in the order in which they are judged. */
  public List<JudgingRequested> inOrder() {
    return then == null ? List.of(this) : Stream.concat(Stream.of(this), then.stream()).toList();
  }
}
