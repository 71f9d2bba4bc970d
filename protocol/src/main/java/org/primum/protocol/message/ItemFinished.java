package org.primum.protocol.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.Item;
import org.primum.protocol.Require;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;

/**
 * Gateway to read models, {@value #KEY}: everything about one finished item of one evaluation.
 *
 * @param evaluationId the evaluation
 * @param taskId this item of this evaluation
 * @param ordinal the item's place in the version, from 0
 * @param item the prompt and where it belongs
 * @param answer null when the model gave none
 * @param verdict null when there is a failure
 * @param failure null when there is a verdict
 * @param votes every vote, the unreadable ones too
 * @param finishedAt when it was scored or failed
 * @param repetition counts the times the item is asked, from 1; null for the first
 * @param identity names the verdict by everything that could move it; null without one
 */
public record ItemFinished(
    UUID evaluationId,
    UUID taskId,
    int ordinal,
    Item item,
    Answer answer,
    Verdict verdict,
    Failure failure,
    List<Vote> votes,
    Instant finishedAt,
    Integer repetition,
    String identity) {

  /** Routing key. */
  public static final String KEY = "item.v1";

  public ItemFinished {
    Require.present(evaluationId, "evaluationId");
    Require.present(taskId, "taskId");
    Require.present(item, "item");
    Require.present(finishedAt, "finishedAt");
    Require.that(
        (verdict == null) != (failure == null), "exactly one of verdict and failure is needed");
    votes = votes == null ? List.of() : List.copyOf(votes);
  }

  /** An item that is asked once. */
  public ItemFinished(
      UUID evaluationId,
      UUID taskId,
      int ordinal,
      Item item,
      Answer answer,
      Verdict verdict,
      Failure failure,
      List<Vote> votes,
      Instant finishedAt) {
    this(
        evaluationId,
        taskId,
        ordinal,
        item,
        answer,
        verdict,
        failure,
        votes,
        finishedAt,
        null,
        null);
  }
}
