package org.primum.leaderboard.gateway;

import java.util.List;
import org.primum.protocol.benchmark.VersionSettings;

/**
 * Everything a benchmark version holds beside its items.
 *
 * @param settings how models are asked and answers are judged
 * @param judges names of the judges of every suite that names none of its own
 * @param notes what changed since the version before, or null
 * @param privateItems whether its items are shown only to reviewers and owners
 */
public record VersionSetup(
    VersionSettings settings, List<String> judges, String notes, boolean privateItems) {

  public VersionSetup {
    settings = settings == null ? VersionSettings.PUBLISHED : settings;
    judges = judges == null ? List.of() : List.copyOf(judges);
  }

  /** The same with other notes. */
  public VersionSetup noting(String words) {
    return new VersionSetup(settings, judges, words, privateItems);
  }
}
