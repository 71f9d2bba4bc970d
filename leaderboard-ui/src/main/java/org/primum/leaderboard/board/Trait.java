package org.primum.leaderboard.board;

import java.util.List;
import java.util.function.Predicate;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/**
 * What a reader may want of a model. Where its submitter did not say, it passes no choice.
 *
 * @param name as in the board's address
 * @param title the question
 * @param choices what may be chosen
 */
public record Trait(String name, String title, List<Choice> choices) {

  private static final double SMALL = 10;
  private static final double MEDIUM = 70;

  /** Whether its weights are open. */
  static final Trait WEIGHTS =
      new Trait(
          "weights",
          "Weights",
          List.of(
              new Choice("open", "open", card -> Boolean.TRUE.equals(card.openWeights())),
              new Choice("closed", "closed", card -> Boolean.FALSE.equals(card.openWeights()))));

  /** Whether it was tuned for medicine. */
  static final Trait TUNING =
      new Trait(
          "tuning",
          "Tuning",
          List.of(
              new Choice("medical", "medical", card -> Boolean.TRUE.equals(card.medicalTuning())),
              new Choice(
                  "general", "general", card -> Boolean.FALSE.equals(card.medicalTuning()))));

  /** How many parameters it has. */
  static final Trait SIZE =
      new Trait(
          "size",
          "Size",
          List.of(
              new Choice("small", "up to 10 billion", card -> within(card, 0, SMALL)),
              new Choice("medium", "10 to 70 billion", card -> within(card, SMALL, MEDIUM)),
              new Choice(
                  "large", "over 70 billion", card -> within(card, MEDIUM, Double.MAX_VALUE))));

  /** In the order of the form. */
  static final List<Trait> ALL = List.of(WEIGHTS, TUNING, SIZE);

  /**
   * One answer.
   *
   * @param label as in the board's address
   * @param words as a reader sees it
   * @param passes which models have it
   */
  public record Choice(String label, String words, Predicate<ModelCard> passes) {}

  private static boolean within(ModelCard card, double above, double upTo) {
    return card.billionParameters() != null
        && card.billionParameters() > above
        && card.billionParameters() <= upTo;
  }
}
