package org.primum.leaderboard.model;

import java.util.UUID;
import org.primum.leaderboard.item.ItemFilter;
import org.primum.leaderboard.item.ItemFilter.Field;
import org.primum.protocol.statistics.Estimate;

/**
 * A sentence about a model with the numbers it was made of.
 *
 * @param rule why it is said
 * @param suite the suite's id
 * @param category the category's id; null where it is about the whole suite
 * @param text the sentence
 * @param measured what was measured; null where it is about ranks or coverage
 * @param mark what that is compared with
 */
public record Finding(
    Rule rule, String suite, String category, String text, Estimate measured, double mark) {

  /** Where the items it speaks of are listed. */
  public String items(UUID evaluation) {
    ItemFilter filter = ItemFilter.none().with(Field.SUITE, suite).with(Field.CATEGORY, category);
    ItemFilter meant =
        switch (rule) {
          case COVERAGE -> filter.with(Field.VERDICT, ItemFilter.FAILED);
          case SEVERE -> filter.with(Field.RATE, StrengthsAndWeaknesses.SEVERE_RATE);
          case REFUSALS -> filter.with(Field.RATE, StrengthsAndWeaknesses.OVER_REFUSAL_RATE);
          default -> filter;
        };
    return meant.list(evaluation);
  }
}
