package org.primum.system.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.primum.localstack.database.DatabaseServer;

/** Who did what of a run, as runner and judge remember it. */
final class Replicas {

  private static final String SHARES =
      """
      select claimed_by, count(*) from %s done join gateway.task on task.id = done.task_id
      where task.evaluation_id = ? and done.recorded_at is not null
      group by claimed_by
      """;

  private Replicas() {}

  /** How many prompts of a run each replica of the runner has asked. */
  static Map<UUID, Integer> asked(DatabaseServer database, String evaluation) {
    return shares(database, "runner.transcript", evaluation);
  }

  /** How many answers of a run each replica of the judge has had judged. */
  static Map<UUID, Integer> judged(DatabaseServer database, String evaluation) {
    return shares(database, "judge.judgement", evaluation);
  }

  private static Map<UUID, Integer> shares(
      DatabaseServer database, String table, String evaluation) {
    Map<UUID, Integer> shares = new HashMap<>();
    try (Connection connection = database.connect();
        PreparedStatement select = connection.prepareStatement(SHARES.formatted(table))) {
      select.setObject(1, UUID.fromString(evaluation));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          shares.put(rows.getObject(1, UUID.class), rows.getInt(2));
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    return shares;
  }
}
