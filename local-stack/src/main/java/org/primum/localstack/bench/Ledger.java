package org.primum.localstack.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.primum.localstack.database.DatabaseAccount;
import org.primum.localstack.progress.StackFailure;

/**
 * Looks into the services' tables. To ask the gateway instead would cost the gateway time, which is
 * what is measured.
 */
final class Ledger implements AutoCloseable {

  private static final Set<String> ENDED = Set.of("complete", "failed", "cancelled");
  private static final String ENDED_TASKS = "state in ('scored', 'failed', 'cancelled')";

  private final Connection connection;

  Ledger(BenchStack stack) {
    try {
      this.connection = stack.connect();
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T query(String sql, Object id, Reader<T> reader) {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet rows = select.executeQuery()) {
        return reader.read(rows);
      }
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private long number(String sql, UUID id) {
    return query(sql, id, rows -> rows.next() ? rows.getLong(1) : 0L);
  }

  private Optional<Instant> instant(String sql, UUID id) {
    return query(
        sql,
        id,
        rows ->
            rows.next()
                ? Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                : Optional.empty());
  }

  /** When an evaluation ended, if it has. */
  Optional<Instant> endOf(UUID evaluation) {
    return instant("select finished_at from gateway.evaluation where id = ?", evaluation);
  }

  String stateOf(UUID evaluation) {
    return query(
        "select state from gateway.evaluation where id = ?",
        evaluation,
        rows -> rows.next() ? rows.getString(1) : "");
  }

  /** Waits until it has ended. */
  Instant awaitEnd(UUID evaluation, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!ENDED.contains(stateOf(evaluation))) {
      if (System.nanoTime() > end) {
        throw new StackFailure(
            "The evaluation %s has not ended after %d minutes."
                .formatted(evaluation, longest.toMinutes()));
      }
      Pause.briefly();
    }
    return endOf(evaluation).orElseGet(Instant::now);
  }

  /** Waits until the pages have the evaluation's end and all its items; whether they have. */
  boolean awaitPages(UUID evaluation, int items, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!"ended"
            .equals(
                query(
                    "select case when state in ('complete', 'failed', 'cancelled') then 'ended' end"
                        + " from leaderboard.evaluation where id = ?",
                    evaluation,
                    rows -> rows.next() ? rows.getString(1) : null))
        || number("select count(*) from leaderboard.item where evaluation_id = ?", evaluation)
            < items) {
      if (System.nanoTime() > end) {
        return false;
      }
      Pause.briefly();
    }
    return true;
  }

  /** How many items the pages have of complete evaluations of that benchmark. */
  long itemsOnPages(String benchmark) {
    return query(
        "select count(*) from leaderboard.item join leaderboard.evaluation"
            + " on evaluation.id = evaluation_id where benchmark = ? and state = 'complete'",
        benchmark,
        rows -> rows.next() ? rows.getLong(1) : 0L);
  }

  /** Items of an evaluation that have ended. */
  long ended(UUID evaluation) {
    return number(
        "select count(*) from gateway.task where evaluation_id = ? and " + ENDED_TASKS, evaluation);
  }

  long scored(UUID evaluation) {
    return number(
        "select count(*) from gateway.task where evaluation_id = ? and state = 'scored'",
        evaluation);
  }

  /** When the last item ended. */
  Optional<Instant> lastItemEnded(UUID evaluation) {
    return instant("select max(finished_at) from gateway.task where evaluation_id = ?", evaluation);
  }

  /** How many items failed, by kind. */
  Map<String, Long> failures(UUID evaluation) {
    return query(
        """
        select failure_kind, count(*) from gateway.task
        where evaluation_id = ? and state = 'failed' group by failure_kind order by 2 desc
        """,
        evaluation,
        rows -> {
          Map<String, Long> failures = new LinkedHashMap<>();
          while (rows.next()) {
            failures.put(rows.getString(1), rows.getLong(2));
          }
          return failures;
        });
  }

  /** Messages each service has ever put into its outbox. */
  Map<String, Long> messages() {
    Map<String, Long> messages = new LinkedHashMap<>();
    for (DatabaseAccount account : DatabaseAccount.values()) {
      messages.put(
          account.schema(),
          plain(
              "select coalesce(pg_sequence_last_value("
                  + "pg_get_serial_sequence('%s.outbox', 'id')::regclass), 0)"
                      .formatted(account.schema())));
    }
    return messages;
  }

  private long plain(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private static StackFailure unreadable(SQLException failed) {
    return new StackFailure("The database cannot be read: " + failed.getMessage(), failed);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }
}
