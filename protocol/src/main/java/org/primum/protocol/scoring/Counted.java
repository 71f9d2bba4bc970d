package org.primum.protocol.scoring;

import java.util.Set;

/**
 * Which scored answers the numerator of a rate counts, so that they can be listed one by one. A
 * rate over parts of answers counts parts; here stand the answers that have such a part.
 *
 * @param labels of the verdict; empty for any
 * @param splits of the item; empty for any, and for none
 * @param parts labels of parts, of which the answer has at least one; empty for any
 * @param refusingWords whether only answers count that open with a stock phrase of refusal
 */
public record Counted(
    Set<String> labels, Set<String> splits, Set<String> parts, boolean refusingWords) {

  /** Every scored answer that opens with a stock phrase of refusal. */
  public static final Counted REFUSING_WORDS = new Counted(Set.of(), Set.of(), Set.of(), true);

  public Counted {
    labels = Set.copyOf(labels);
    splits = Set.copyOf(splits);
    parts = Set.copyOf(parts);
  }

  /** Answers whose verdict has one of these labels. */
  public static Counted labelled(String... labels) {
    return new Counted(Set.of(labels), Set.of(), Set.of(), false);
  }

  /** Of those, answers to items of these splits. */
  public Counted to(String... chosen) {
    return new Counted(labels, Set.of(chosen), parts, refusingWords);
  }

  /** Of those, answers with a part that has one of these labels. */
  public Counted with(String... chosen) {
    return new Counted(labels, splits, Set.of(chosen), refusingWords);
  }
}
