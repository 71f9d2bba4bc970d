package org.primum.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The first step of claim, call, record: one replica takes one task in one statement. A claim gives
 * way when its lease lapsed, or when the broker says that its holder did not finish.
 *
 * <p>A table of claims has the columns {@code task_id}, {@code claimed_by}, {@code claimed_until}
 * and {@code recorded_at}, which is null until the outcome is there.
 */
@ApplicationScoped
public class Claims {

  /** Longer than one call usually takes; a message that was lost waits for it. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final UUID replica = UUID.randomUUID();
  private final DataSource database;
  private final Clock clock;

  Claims(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes a task for this replica, within the caller's transaction.
   *
   * @param table a table of claims; never from outside
   * @param redelivered whether the broker had given it to somebody who did not finish it
   * @return false when it is recorded already or another replica is at it
   */
  public boolean take(String table, UUID taskId, boolean redelivered) {
    String claim =
        """
        insert into %1$s (task_id, claimed_by, claimed_until) values (?, ?, ?)
        on conflict (task_id) do update
          set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
        where %1$s.recorded_at is null
          and (%1$s.claimed_by = excluded.claimed_by or %1$s.claimed_until < ? or ?)
        """
            .formatted(table);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(claim)) {
      statement.setObject(1, taskId);
      statement.setObject(2, replica);
      statement.setObject(3, utc(now.plus(LEASE)));
      statement.setObject(4, utc(now));
      statement.setBoolean(5, redelivered);
      return statement.executeUpdate() == 1;
    } catch (SQLException failed) {
      throw new MessagingUnavailable("a task could not be claimed", failed);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
