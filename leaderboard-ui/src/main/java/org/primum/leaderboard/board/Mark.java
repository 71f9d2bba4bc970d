package org.primum.leaderboard.board;

import java.util.ArrayList;
import java.util.List;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.protocol.message.EvaluationChanged;

/** What a reader must know before believing a row. */
public enum Mark {
  /** A model of the local stack. */
  SIMULATED(
      "simulated",
      "A made-up model that shows how Primum works. It says nothing about any real one."),
  /** Brought in with its records. */
  IMPORTED("imported", "Brought in with its records. Nothing shows how it was asked and judged."),
  /** Much is missing. */
  PROVISIONAL(
      "provisional",
      "In some suite fewer than nine in ten answers have a verdict, so its rates may move a lot.");

  /** Below this share of verdicts in any suite a result is provisional. */
  static final double ENOUGH = 0.9;

  private final String word;
  private final String meaning;

  Mark(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The mark itself. */
  public String word() {
    return word;
  }

  /** What it means. */
  public String meaning() {
    return meaning;
  }

  static List<Mark> of(EvaluationChanged evaluation, List<SuiteResult> results) {
    List<Mark> marks = new ArrayList<>();
    if (evaluation.model().simulated()) {
      marks.add(SIMULATED);
    }
    if (evaluation.imported()) {
      marks.add(IMPORTED);
    }
    if (results.stream()
        .anyMatch(suite -> suite.coverage().scored() < ENOUGH * suite.coverage().asked())) {
      marks.add(PROVISIONAL);
    }
    return List.copyOf(marks);
  }
}
