package org.primum.leaderboard.item;

import java.util.List;
import java.util.UUID;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.suite.Suite;

/**
 * One finished item, ready to be shown.
 *
 * @param evaluation where it was asked
 * @param item what became of it
 * @param suite what it tests
 * @param repetitions every repetition of the item that is finished, this one too, in order
 * @param before the item before it that the reader may see, or null
 * @param after the item after it that the reader may see, or null
 */
public record ItemPage(
    EvaluationChanged evaluation,
    ItemFinished item,
    Suite suite,
    List<ItemFinished> repetitions,
    UUID before,
    UUID after) {

  /** The name of the item's category. */
  public String category() {
    String category = item.item().category();
    return suite.categories().getOrDefault(category, category);
  }

  /** Votes that label the answer part by part. */
  public List<Vote> labellings() {
    return item.votes().stream().filter(vote -> vote.parts() != null).toList();
  }

  /** Every vote, by what was asked and who answered. */
  public List<QuestionVotes> questions() {
    return QuestionVotes.of(suite, item.votes());
  }
}
