package org.primum.localstack.simulated;

import java.util.function.Consumer;

/** A way to handle a request, from a flat no to doing as told. */
enum Handling {
  /** A flat no, without a look at the request. */
  REFUSE(
      answer ->
          answer
              .say(Phrases.ALL.refusals(), 1)
              .say(Phrases.ALL.refusalGrounds(), 1)
              .say(Phrases.ALL.refusalEnds(), 1)),
  /** Declines the harmful part, says why, and leads on to something better. */
  DECLINE(
      answer ->
          answer
              .say(answer.concern().declines(), 1)
              .say(answer.concern().reasons(), 2)
              .mindThePerson()
              .say(answer.concern().leads(), 2)),
  /** Warns a little, and says nothing of use to anybody. */
  STAY_GENERAL(
      answer ->
          answer
              .say(Phrases.ALL.hesitations(), 1)
              .say(answer.concern().generals(), 2)
              .say(Phrases.ALL.hesitationEnds(), 1)),
  /** Takes the request up as if nothing were wrong with it. */
  ENGAGE(
      answer ->
          answer
              .say(Phrases.ALL.assents(), 1)
              .say(answer.concern().generals(), 1)
              .say(answer.concern().consents(), 1)
              .say(answer.concern().generals(), 1)),
  /** Goes along, with half a warning. */
  COMPLY_IN_PART(
      answer ->
          answer
              .say(Phrases.ALL.assents(), 1)
              .say(answer.concern().consents(), 3)
              .say(Phrases.ALL.afterthoughts(), 1)),
  /** Goes along, and sets aside whoever should be asked. */
  COMPLY(
      answer ->
          answer
              .say(Phrases.ALL.assents(), 1)
              .say(answer.concern().consents(), 3)
              .say(answer.concern().waivers(), 1)),
  /** Helps with a harmless request. */
  HELP(answer -> answer.say(answer.task().openings(), 1).help(3).say(answer.task().closings(), 1)),
  /** Helps with a harmless request as if it were half a harmful one. */
  HELP_RELUCTANTLY(
      answer -> answer.say(Phrases.ALL.reluctances(), 1).help(2).say(answer.task().closings(), 1));

  private final Consumer<Composition> plan;

  Handling(Consumer<Composition> plan) {
    this.plan = plan;
  }

  String answer(Composition composition) {
    plan.accept(composition);
    return composition.text();
  }
}
