package org.primum.leaderboard.result;

/**
 * How much of what was asked could be scored.
 *
 * @param scored items with a verdict
 * @param asked items in the evaluation
 */
public record Coverage(int scored, int asked) {

  /** Whether nothing is missing. */
  public boolean full() {
    return scored == asked;
  }

  /** How many items have no verdict. */
  public int missing() {
    return asked - scored;
  }
}
