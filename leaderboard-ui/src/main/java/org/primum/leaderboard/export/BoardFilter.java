package org.primum.leaderboard.export;

import org.primum.protocol.message.EvaluationChanged;

/**
 * Which part of the board is wanted; null or empty for all of it. Groups are never split, so that
 * ranks stay those of the page.
 *
 * @param benchmark a benchmark's name
 * @param version a version of it
 * @param group a comparable group
 */
record BoardFilter(String benchmark, String version, String group) {

  /** Everything. */
  static final BoardFilter NONE = new BoardFilter(null, null, null);

  boolean passes(EvaluationChanged evaluation) {
    return passes(benchmark, evaluation.benchmark())
        && passes(version, evaluation.version())
        && passes(group, evaluation.group());
  }

  private static boolean passes(String wanted, String value) {
    return wanted == null || wanted.isEmpty() || wanted.equals(value);
  }
}
