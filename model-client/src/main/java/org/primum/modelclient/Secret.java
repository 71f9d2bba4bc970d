package org.primum.modelclient;

import org.primum.protocol.Require;

/** A credential in the clear. It shows itself only to whoever asks by name, never when printed. */
public final class Secret {

  private static final String MASK = "[key removed]";

  /**
   * Shorter keys are left alone in what a model says: placeholders such as {@code none} or {@code
   * EMPTY} are ordinary words, and taking them out would change an answer.
   */
  private static final int SHORTEST_SCRUBBED_FROM_ANSWERS = 12;

  private final String value;

  private Secret(String value) {
    this.value = Require.text(value, "secret");
  }

  /**
   * Wraps a credential.
   *
   * @throws IllegalArgumentException when it is null or blank
   */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The credential itself, to be sent or sealed and for nothing else. */
  public String reveal() {
    return value;
  }

  /** The text with every occurrence of this credential masked. */
  String scrub(String text) {
    return text.replace(value, MASK);
  }

  /** Like {@link #scrub}, for what a model said; see the constant for what is left alone. */
  String scrubAnswer(String text) {
    return value.length() < SHORTEST_SCRUBBED_FROM_ANSWERS ? text : scrub(text);
  }

  /** Whether it can stand in an HTTP header: visible ASCII only. */
  boolean fitsHeader() {
    return value.chars().allMatch(character -> character > ' ' && character < 0x7f);
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
