package org.primum.leaderboard.item;

import java.util.List;
import java.util.UUID;
import org.primum.leaderboard.item.GroupAnswers.SameVerdict;
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
 * @param list where it stands in the list it was opened from
 * @param others how the other models of the group did on it; empty where the reader may not know
 */
public record ItemPage(
    EvaluationChanged evaluation,
    ItemFinished item,
    Suite suite,
    List<ItemFinished> repetitions,
    Place list,
    List<SameVerdict> others) {

  /**
   * A place in a list of items.
   *
   * @param filter what the list is narrowed by
   * @param chips the same in words
   * @param number which of the list it is, from 1
   * @param total how many the list has
   * @param before the item before it that the reader may see, or null
   * @param after the item after it that the reader may see, or null
   */
  public record Place(
      ItemFilter filter, List<FilterChip> chips, long number, long total, UUID before, UUID after) {

    /** The list's address after the evaluation's, on the page on which it stands. */
    public String query() {
      return filter.query(ItemList.pageOf(number - 1));
    }
  }

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

  /** How many other models there are. */
  public int otherModels() {
    return others.stream().mapToInt(SameVerdict::models).sum();
  }
}
