package org.primum.protocol.judging;

import java.util.List;

/** What a strict reader made of a judge's reply. */
public sealed interface Reading {

  /**
   * The reply had exactly the documented shape.
   *
   * @param value the score or the vote; the number of parts where parts are labelled
   * @param reason the judge's words, or null where the shape has none
   * @param parts the labelled parts of the answer, in order; empty where the shape has none
   */
  record Read(int value, String reason, List<LabelledPart> parts) implements Reading {

    public Read {
      parts = List.copyOf(parts);
    }

    /** A reply that is about the answer as a whole. */
    public Read(int value, String reason) {
      this(value, reason, List.of());
    }
  }

  /**
   * The reply had any other shape. It is asked again, and never guessed at.
   *
   * @param problem what was wrong with it, for a person
   */
  record Unreadable(String problem) implements Reading {}
}
