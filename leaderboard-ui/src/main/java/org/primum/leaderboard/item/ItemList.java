package org.primum.leaderboard.item;

import java.util.List;
import java.util.UUID;
import org.primum.leaderboard.result.Verdicts;
import org.primum.protocol.message.ItemFinished;

/**
 * One page of an evaluation's items.
 *
 * @param filter what the reader wants to see
 * @param items the page
 * @param total how many items pass the filter
 * @param page from 1
 * @param pages how many pages there are, at least 1
 */
public record ItemList(
    ItemFilter filter, List<ItemFinished> items, long total, int page, int pages) {

  /** For whoever may not read the items. */
  public static final ItemList NONE =
      new ItemList(new ItemFilter(null, null, null), List.of(), 0, 1, 1);

  private static final int SIZE = 25;

  /** That page, or the nearest there is. */
  public static ItemList of(ItemRecords records, UUID evaluation, ItemFilter filter, int page) {
    long total = records.count(evaluation, filter);
    int pages = (int) Math.max(1, (total + SIZE - 1) / SIZE);
    int shown = Math.clamp(page, 1, pages);
    return new ItemList(filter, records.page(evaluation, filter, shown, SIZE), total, shown, pages);
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

  /** Verdicts to choose from. */
  public List<String> verdicts() {
    return Verdicts.labels();
  }
}
