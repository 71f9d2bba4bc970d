package org.primum.leaderboard.result;

import org.primum.protocol.suite.Suite;

/** What labels mean, for pages. */
public final class Verdicts {

  private Verdicts() {}

  /**
   * What a label of that suite says, of an answer or of a part; empty when it has no such label.
   */
  public static String meaning(Suite suite, String label) {
    return suite
        .measure()
        .labels()
        .getOrDefault(label, suite.measure().partLabels().getOrDefault(label, ""));
  }
}
