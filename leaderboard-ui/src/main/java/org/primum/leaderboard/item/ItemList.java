package org.primum.leaderboard.item;

import java.util.List;
import java.util.UUID;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/**
 * One page of an evaluation's items.
 *
 * @param filter what the reader wants to see
 * @param verdicts what the reader may choose from
 * @param items the page
 * @param total how many items pass the filter
 * @param page from 1
 * @param pages how many pages there are, at least 1
 * @param withheld whether there are items in a private part that the reader does not see
 */
public record ItemList(
    ItemFilter filter,
    List<VerdictChoices> verdicts,
    List<ItemFinished> items,
    long total,
    int page,
    int pages,
    boolean withheld) {

  /** For whoever may not read the items. */
  public static final ItemList NONE =
      new ItemList(new ItemFilter(null, null, null), List.of(), List.of(), 0, 1, 1, false);

  private static final int SIZE = 25;

  /** That page, or the nearest there is. */
  public static ItemList of(
      ItemRecords records,
      ItemAccess access,
      EvaluationChanged evaluation,
      ItemFilter filter,
      int page) {
    UUID id = evaluation.id();
    long total = records.count(id, filter, access);
    int pages = (int) Math.max(1, (total + SIZE - 1) / SIZE);
    int shown = Math.clamp(page, 1, pages);
    return new ItemList(
        filter,
        VerdictChoices.of(SuiteResult.of(evaluation.suites()), evaluation.failures().keySet()),
        records.page(id, filter, access, shown, SIZE),
        total,
        shown,
        pages,
        access == ItemAccess.PUBLIC_PART && records.hasPrivatePart(id));
  }

  /** Whether there is a page before this one. */
  public boolean hasPrevious() {
    return page > 1;
  }

  /** Whether there is a page after this one. */
  public boolean hasNext() {
    return page < pages;
  }

  /** The address of the page before, after the evaluation's. */
  public String previousQuery() {
    return filter.query(page - 1);
  }

  /** The address of the page after, after the evaluation's. */
  public String nextQuery() {
    return filter.query(page + 1);
  }
}
