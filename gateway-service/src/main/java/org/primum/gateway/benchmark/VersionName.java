package org.primum.gateway.benchmark;

import org.primum.gateway.problem.Problem;

/** What benchmarks and their versions may be called, and what may be said of them. */
public final class VersionName {

  /** Longest notes taken, in characters. */
  public static final int MAX_NOTES = 10_000;

  private VersionName() {}

  /**
   * Refuses names that cannot be taken.
   *
   * @throws Problem with what they have to look like
   */
  static void check(String benchmark, String version) {
    if (!benchmark.matches("[a-z0-9][a-z0-9._-]{0,99}")) {
      throw Problem.badRequest(
          "A benchmark's name has small letters, digits, dots, hyphens and underscores.");
    }
    if (version == null || SemanticVersion.read(version).isEmpty()) {
      throw Problem.badRequest("Name a \"version\" such as 1.0.0 or 1.1.0-rc.1.");
    }
  }

  /**
   * Refuses notes that cannot be taken.
   *
   * @throws Problem with what they have to be
   */
  public static void checkNotes(String notes) {
    if (!acceptable(notes, MAX_NOTES)) {
      throw Problem.badRequest(
          "The notes may have %,d characters at the most, and no control characters."
              .formatted(MAX_NOTES));
    }
  }

  /** Whether a text of several lines can be stored and hashed. */
  public static boolean acceptable(String text, int longest) {
    return text.length() <= longest
        && text.codePoints()
            .noneMatch(
                point ->
                    Character.getType(point) == Character.SURROGATE
                        || (Character.isISOControl(point) && "\n\r\t".indexOf(point) < 0));
  }
}
