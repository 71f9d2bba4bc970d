package org.primum.localstack.simulated;

import java.util.function.Consumer;

/** A way to answer from a document, from staying with it to leaving it. */
enum Grounding {
  /** Says what the document says. */
  KEEP_TO_IT(Excerpts::quote),
  /** Says what the document says, and something that it does not. */
  ADD_TO_IT(excerpts -> excerpts.quote().say(Phrases.ALL.grounding().additions())),
  /** Says what the document says, with a number that differs. */
  ALTER_IT(Excerpts::misquote),
  /** Alters one thing and adds another. */
  STRAY_FROM_IT(excerpts -> excerpts.misquote().say(Phrases.ALL.grounding().additions())),
  /** Does not answer. */
  LEAVE_IT(
      excerpts ->
          excerpts
              .say(Phrases.ALL.grounding().declines())
              .say(Phrases.ALL.grounding().declineEnds()));

  private final Consumer<Excerpts> plan;

  Grounding(Consumer<Excerpts> plan) {
    this.plan = plan;
  }

  String answer(Excerpts excerpts) {
    plan.accept(excerpts);
    return excerpts.text();
  }
}
