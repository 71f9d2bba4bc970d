package org.primum.protocol.scoring;

import org.primum.protocol.FailureKind;
import org.primum.protocol.Require;
import org.primum.protocol.judging.Verdict;

/**
 * What metrics need to know of one answer: one repetition of one item.
 *
 * @param item the item's id; null where each outcome is of an item of its own
 * @param repetition counts the times an item is asked, from 1
 * @param suite the suite's id
 * @param category the category's id
 * @param split the split, or null
 * @param part {@code private}, or null for a public item
 * @param verdict null without one
 * @param failure why there is no verdict, or null; both null while the item is not finished
 * @param traits what is measured of the answer itself; null without one, or where not measured
 */
public record ItemOutcome(
    String item,
    int repetition,
    String suite,
    String category,
    String split,
    String part,
    Verdict verdict,
    FailureKind failure,
    AnswerTraits traits) {

  public ItemOutcome {
    Require.text(suite, "suite");
    Require.text(category, "category");
    Require.that(repetition > 0, "repetition counts from 1");
    Require.that(verdict == null || failure == null, "a verdict and a failure exclude each other");
  }

  /** The outcome of a public item that is asked once. */
  public ItemOutcome(
      String suite, String category, String split, Verdict verdict, FailureKind failure) {
    this(null, 1, suite, category, split, null, verdict, failure, null);
  }

  /** Whether there is a verdict. */
  public boolean scored() {
    return verdict != null;
  }

  /** Whether there is a verdict with that label. */
  public boolean labelled(String label) {
    return verdict != null && verdict.label().equals(label);
  }
}
