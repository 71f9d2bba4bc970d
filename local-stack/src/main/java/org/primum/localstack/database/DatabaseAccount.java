package org.primum.localstack.database;

import java.util.Locale;

/** A service's own corner of the database: one user, who owns one schema. */
public enum DatabaseAccount {
  GATEWAY,
  RUNNER,
  JUDGE,
  LEADERBOARD;

  /** The schema's name. */
  public String schema() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The user's name. */
  public String user() {
    return "primum_" + schema();
  }
}
