package org.primum.protocol.message;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.Require;

/**
 * Gateway to runner, {@value #KEY}: ask this. Sent again when the item's lease lapsed; a runner
 * that has the outcome already sends it again instead of asking.
 *
 * @param taskId one item of one evaluation
 * @param endpoint where to ask
 * @param generation how to ask
 * @param prompt the user message
 * @param judging the hash of the judging protocol; a runner has no use for it
 * @param request null; what a gateway of old had passed on to the judge
 * @param document null; what a gateway of old had passed on to the judge
 * @param attempt counts how often the task was handed out; null from a gateway of old
 * @param cancelKey what a cancelled evaluation is known by, or null from a gateway of old
 * @param identity what the request is known by, to be given back with the answer, or null
 * @param then what the same runner asks after this, one after another, so that all of them take one
 *     place at the endpoint; null for nothing
 */
public record PromptIssued(
    UUID taskId,
    Endpoint endpoint,
    Generation generation,
    String prompt,
    String judging,
    String request,
    String document,
    Integer attempt,
    UUID cancelKey,
    String identity,
    List<PromptIssued> then) {

  /** Routing key. */
  public static final String KEY = "prompt.v1";

  public PromptIssued {
    Require.present(taskId, "taskId");
    Require.present(endpoint, "endpoint");
    Require.present(generation, "generation");
    Require.text(prompt, "prompt");
    Require.text(judging, "judging");
    Require.that(
        then == null || then.stream().allMatch(one -> one.then == null), "then has no then");
    then = then == null ? null : List.copyOf(then);
  }

  /** A prompt that the judge reads as the model does. */
  public PromptIssued(
      UUID taskId, Endpoint endpoint, Generation generation, String prompt, String judging) {
    this(taskId, endpoint, generation, prompt, judging, null, null, null, null, null, null);
  }

  /** A prompt that is handed out once. */
  public PromptIssued(
      UUID taskId,
      Endpoint endpoint,
      Generation generation,
      String prompt,
      String judging,
      String request,
      String document) {
    this(taskId, endpoint, generation, prompt, judging, request, document, null, null, null, null);
  }

  /** This, and then those. */
  public PromptIssued followedBy(List<PromptIssued> others) {
    return new PromptIssued(
        taskId,
        endpoint,
        generation,
        prompt,
        judging,
        request,
        document,
        attempt,
        cancelKey,
        identity,
        others.isEmpty() ? null : others);
  }

  /** This and what comes after it, in the order in which they are asked. */
  public List<PromptIssued> inOrder() {
    return then == null ? List.of(this) : Stream.concat(Stream.of(this), then.stream()).toList();
  }
}
