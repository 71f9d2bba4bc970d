package org.primum.leaderboard.gateway;

import java.util.List;

/**
 * What is to be said about a version before it is published.
 *
 * @param publishable whether nothing stops it
 * @param findings what was found, the grave first
 */
public record VersionFindings(boolean publishable, List<Finding> findings) {

  /** The kind of the finding that the notes are missing. */
  public static final String NO_NOTES = "no-notes";

  public VersionFindings {
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** Whether something stops it that notes cannot put right. */
  public boolean blocked() {
    return findings.stream()
        .anyMatch(finding -> finding.grave() && !finding.kind().equals(NO_NOTES));
  }

  /**
   * One thing that was found.
   *
   * @param kind what it is
   * @param severity {@code error} stops publishing, {@code warning} may be meant
   * @param suite the suite's id, or null when it is about several or the whole version
   * @param items the items concerned
   * @param message what is wrong and what to do
   */
  public record Finding(
      String kind, String severity, String suite, List<ItemReference> items, String message) {

    public Finding {
      items = items == null ? List.of() : List.copyOf(items);
    }

    /** Whether it stops publishing. */
    public boolean grave() {
      return "error".equals(severity);
    }
  }

  /** Names an item of the version. */
  public record ItemReference(String suite, String id) {}
}
