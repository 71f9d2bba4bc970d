package org.primum.protocol.judging;

/** What a strict reader made of a judge's reply. */
public sealed interface Reading {

  /**
   * The reply had exactly the documented shape.
   *
   * @param value the score or the vote
   * @param reason the judge's words, or null where the shape has none
   */
  record Read(int value, String reason) implements Reading {}

  /**
   * The reply had any other shape. It is asked again, and never guessed at.
   *
   * @param problem what was wrong with it, for a person
   */
  record Unreadable(String problem) implements Reading {}
}
