package org.primum.leaderboard.item;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.suite.Suites;

/**
 * One page of an evaluation's items.
 *
 * @param filter what the reader wants to see
 * @param chips what the list is narrowed by
 * @param choices what the reader may choose from
 * @param items the page
 * @param total how many items pass the filter
 * @param page from 1
 * @param pages how many pages there are, at least 1
 * @param withheld whether there are items in a private part that the reader does not see
 */
public record ItemList(
    ItemFilter filter,
    List<FilterChip> chips,
    Choices choices,
    List<ItemFinished> items,
    long total,
    int page,
    int pages,
    boolean withheld) {

  /**
   * What the reader may choose from.
   *
   * @param verdicts verdicts, and kinds of failure
   * @param categories categories by suite
   * @param splits splits of any suite
   * @param repeats how often each item was asked
   */
  public record Choices(
      List<ChoiceGroup> verdicts,
      List<ChoiceGroup> categories,
      List<String> splits,
      List<Integer> repeats) {

    static Choices of(EvaluationChanged evaluation) {
      List<SuiteResult> suites = SuiteResult.of(evaluation.suites());
      int repeats = evaluation.repeats() == null ? 1 : evaluation.repeats();
      return new Choices(
          ChoiceGroup.verdicts(suites, evaluation.failures().keySet()),
          ChoiceGroup.categories(suites),
          suites.stream()
              .flatMap(suite -> Suites.of(suite.id()).splits().stream())
              .distinct()
              .toList(),
          IntStream.rangeClosed(1, repeats).boxed().toList());
    }
  }

  /** For whoever may not read the items. */
  public static final ItemList NONE =
      new ItemList(
          ItemFilter.none(),
          List.of(),
          new Choices(List.of(), List.of(), List.of(), List.of()),
          List.of(),
          0,
          1,
          1,
          false);

  private static final int SIZE = 25;

  /** That page, or the nearest there is. */
  public static ItemList of(
      ItemSearch search,
      ItemAccess access,
      EvaluationChanged evaluation,
      ItemFilter filter,
      int page) {
    UUID id = evaluation.id();
    long total = search.count(id, filter, access);
    int pages = pageOf(Math.max(0, total - 1));
    int shown = Math.clamp(page, 1, pages);
    return new ItemList(
        filter,
        FilterChip.of(filter, id),
        Choices.of(evaluation),
        search.page(id, filter, access, shown, SIZE),
        total,
        shown,
        pages,
        access == ItemAccess.PUBLIC_PART && search.hasPrivatePart(id));
  }

  /** The page on which the item stands that has so many before it. */
  static int pageOf(long before) {
    return (int) (before / SIZE + 1);
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
