package org.primum.protocol.scoring;

/**
 * What is measured of an answer without any judge.
 *
 * @param length in characters
 * @param stockRefusal whether it opens with a stock phrase of refusal; see {@link StockRefusal}
 */
public record AnswerTraits(int length, boolean stockRefusal) {

  /** The traits of an answer. */
  public static AnswerTraits of(String answer) {
    return new AnswerTraits(answer.length(), StockRefusal.in(answer));
  }
}
