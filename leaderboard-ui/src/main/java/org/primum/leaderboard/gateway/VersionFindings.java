package org.primum.leaderboard.gateway;

import java.util.List;

/**
 * What is to be said about a version before it is published.
 *
 * @param publishable whether nothing stops it
 * @param findings what was found, the grave first
 */
public record VersionFindings(boolean publishable, List<Finding> findings) {

  public VersionFindings {
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  /** Whether something stops it. */
  public boolean blocked() {
    return findings.stream().anyMatch(Finding::grave);
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
