package org.primum.leaderboard.gateway;

import java.util.List;

/**
 * What became of an imported file.
 *
 * @param taken rows taken
 * @param refused rows refused
 * @param problems what is wrong with them
 */
public record ImportReport(int taken, int refused, List<LineProblem> problems) {

  public ImportReport {
    problems = problems == null ? List.of() : List.copyOf(problems);
  }

  /** What is wrong with one line of the file. */
  public record LineProblem(long line, String message) {}
}
