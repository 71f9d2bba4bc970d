package org.primum.leaderboard.item;

import io.quarkus.qute.TemplateExtension;
import java.util.UUID;
import org.primum.leaderboard.item.ItemFilter.Field;
import org.primum.leaderboard.result.CountTable;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.FailureKind;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.suite.Suites;

/**
 * Where the items behind the numbers of an evaluation are listed; null for a number that counts
 * nothing, and where the reader may not read the items.
 *
 * @param evaluation the evaluation
 * @param shown whether the reader may read its items
 */
public record ItemLinks(UUID evaluation, boolean shown) {

  /** Links to the items of that evaluation, for templates. */
  @TemplateExtension
  static ItemLinks itemLinks(UUID evaluation, Boolean shown) {
    return new ItemLinks(evaluation, Boolean.TRUE.equals(shown));
  }

  /** Answers that a rate counts. */
  public String rate(SuiteResult suite, Rate rate) {
    return counts(rate.estimate()) ? counted(of(suite), suite, rate) : null;
  }

  /** Answers of a category that a rate counts. */
  public String rate(SuiteResult suite, SuiteResult.Category category, Rate rate, Estimate there) {
    return counts(there) ? counted(of(suite, category), suite, rate) : null;
  }

  /** Answers with that label, or with a part that has it. */
  public String label(SuiteResult suite, CountTable.Row row, CountTable.Cell cell) {
    if (cell.count() == 0) {
      return null;
    }
    boolean ofParts = Suites.of(suite.id()).measure().partLabels().containsKey(cell.label());
    return list(
        of(suite)
            .with(Field.SPLIT, row.split())
            .with(ofParts ? Field.SENTENCE : Field.VERDICT, cell.label()));
  }

  /** Everything asked for in a row of counts. */
  public String asked(SuiteResult suite, CountTable.Row row) {
    return list(of(suite).with(Field.SPLIT, row.split()));
  }

  /** Answers that have no verdict for that reason. */
  public String missing(SuiteResult suite, SuiteResult.Missing missing) {
    return list(of(suite).with(Field.VERDICT, ChoiceGroup.value(missing.kind())));
  }

  /** Items of a category. */
  public String category(SuiteResult suite, SuiteResult.Category category) {
    return list(of(suite, category));
  }

  /** Items of a category without a verdict. */
  public String failed(SuiteResult suite, SuiteResult.Category category) {
    return category.coverage().full()
        ? null
        : list(of(suite, category).with(Field.VERDICT, ItemFilter.FAILED));
  }

  /** All items that failed for that reason. */
  public String failure(FailureKind kind) {
    return list(ItemFilter.none().with(Field.VERDICT, ChoiceGroup.value(kind)));
  }

  /** All items with a verdict. */
  public String scored(Integer count) {
    return count == 0 ? null : list(ItemFilter.none().with(Field.VERDICT, ItemFilter.SCORED));
  }

  /** All items that ended without one. */
  public String failed(Integer count) {
    return count == 0 ? null : list(ItemFilter.none().with(Field.VERDICT, ItemFilter.FAILED));
  }

  private String counted(ItemFilter filter, SuiteResult suite, Rate rate) {
    return Suites.of(suite.id()).measure().counted(rate.id()) == null
        ? null
        : list(filter.with(Field.RATE, rate.id()));
  }

  private static boolean counts(Estimate estimate) {
    return estimate != null && estimate.value() > 0;
  }

  private static ItemFilter of(SuiteResult suite) {
    return ItemFilter.none().with(Field.SUITE, suite.id());
  }

  private static ItemFilter of(SuiteResult suite, SuiteResult.Category category) {
    return of(suite).with(Field.CATEGORY, category.id());
  }

  private String list(ItemFilter filter) {
    return shown ? filter.list(evaluation) : null;
  }
}
