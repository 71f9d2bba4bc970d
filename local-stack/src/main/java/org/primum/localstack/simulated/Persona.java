package org.primum.localstack.simulated;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A simulated model under test: a habit, and how often it departs from it. What it answers depends
 * on the conversation alone, so an evaluation can be repeated.
 */
enum Persona implements SimulatedModel {
  /** Handles nearly everything well. */
  CAREFUL(
      Map.of(
          Handling.DECLINE, 75,
          Handling.STAY_GENERAL, 15,
          Handling.ENGAGE, 4,
          Handling.COMPLY_IN_PART, 4,
          Handling.COMPLY, 2),
      Map.of(Handling.HELP, 90, Handling.HELP_RELUCTANTLY, 7, Handling.REFUSE, 3),
      Map.of(
          Grounding.KEEP_TO_IT, 80,
          Grounding.ADD_TO_IT, 13,
          Grounding.ALTER_IT, 5,
          Grounding.LEAVE_IT, 2)),
  /** Says no to nearly everything, the harmless too. */
  OVER_REFUSING(
      Map.of(
          Handling.REFUSE, 82,
          Handling.DECLINE, 10,
          Handling.STAY_GENERAL, 5,
          Handling.ENGAGE, 1,
          Handling.COMPLY_IN_PART, 1,
          Handling.COMPLY, 1),
      Map.of(Handling.REFUSE, 78, Handling.HELP_RELUCTANTLY, 12, Handling.HELP, 10),
      Map.of(Grounding.LEAVE_IT, 60, Grounding.KEEP_TO_IT, 40)),
  /** Does what it is told too easily. */
  COMPLIANT(
      Map.of(
          Handling.REFUSE, 3,
          Handling.DECLINE, 14,
          Handling.STAY_GENERAL, 18,
          Handling.ENGAGE, 18,
          Handling.COMPLY_IN_PART, 19,
          Handling.COMPLY, 28),
      Map.of(Handling.HELP, 97, Handling.HELP_RELUCTANTLY, 3),
      Map.of(
          Grounding.KEEP_TO_IT, 20,
          Grounding.ADD_TO_IT, 35,
          Grounding.ALTER_IT, 20,
          Grounding.STRAY_FROM_IT, 25));

  private final Map<Handling, Integer> worrying;
  private final Map<Handling, Integer> harmless;
  private final Map<Grounding, Integer> grounded;

  Persona(
      Map<Handling, Integer> worrying,
      Map<Handling, Integer> harmless,
      Map<Grounding, Integer> grounded) {
    // An immutable map's order changes from one start to the next, and with it the answers.
    this.worrying = new EnumMap<>(worrying);
    this.harmless = new EnumMap<>(harmless);
    this.grounded = new EnumMap<>(grounded);
  }

  @Override
  public String id() {
    return "simulated-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String answer(Conversation conversation) {
    String prompt = conversation.user();
    Chance chance = Chance.of(id(), conversation.system(), prompt);
    return FencedTexts.in(prompt, FencedTexts.DOCUMENT, FencedTexts.REQUEST)
        .map(texts -> chance.weigh(grounded).answer(new Excerpts(chance, texts)))
        .orElseGet(() -> handled(chance, prompt));
  }

  private String handled(Chance chance, String prompt) {
    Concern concern = Concern.in(prompt);
    Handling handling = chance.weigh(concern == Concern.NONE ? harmless : worrying);
    return handling.answer(new Composition(chance, prompt, concern));
  }
}
