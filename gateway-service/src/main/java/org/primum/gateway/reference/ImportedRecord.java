package org.primum.gateway.reference;

import java.time.Instant;
import java.util.List;
import org.primum.protocol.Answer;
import org.primum.protocol.Failure;
import org.primum.protocol.Item;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.AnswerTraits;
import org.primum.protocol.scoring.ItemOutcome;

/**
 * One record of an imported run.
 *
 * @param item what was asked
 * @param repetition counts the times the item was asked, from 1
 * @param answer null when there is none
 * @param verdict null when there is a failure
 * @param failure null when there is a verdict
 * @param votes as far as the record tells of them
 * @param identity names the verdict; null when the record does not
 * @param at when it was made
 * @param original the line it came as; null for an item that the run has no record of
 */
public record ImportedRecord(
    Item item,
    int repetition,
    Answer answer,
    Verdict verdict,
    Failure failure,
    List<Vote> votes,
    String identity,
    Instant at,
    String original) {

  /** What metrics need to know of it. */
  public ItemOutcome outcome() {
    return new ItemOutcome(
        item.id(),
        repetition,
        item.suite(),
        item.category(),
        item.split(),
        item.part(),
        verdict,
        failure == null ? null : failure.kind(),
        answer == null ? null : AnswerTraits.of(answer.text()));
  }
}
