package org.primum.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Claim, call, record: a replica claims a task, does it outside of any transaction, and records
 * what came of it together with the message that tells of it. Claims and records of many tasks
 * share their transactions.
 *
 * <p>A claim gives way to a later attempt, when it lapsed, and when the broker says that its holder
 * did not finish. Only who holds the claim can record: whoever comes back too late changes nothing.
 * An outcome that may pass gives way to the next attempt, which is told of it; any other outcome is
 * final, and is sent again to whoever asks again.
 *
 * <p>The table has the columns {@code task_id}, {@code attempt}, {@code claimed_by}, {@code
 * claimed_until}, {@code recorded_at}, {@code passing} and {@code outcome}, the message as JSON.
 */
public final class TaskLedger implements TaskSequence.Ledger, AutoCloseable {

  private static final int MOST_AT_ONCE = 200;

  /** Outcomes that are kept while the database cannot take them. */
  private static final int MOST_UNRECORDED = 1_000;

  private static final String CLAIM =
      """
      insert into %1$s (task_id, attempt, claimed_by, claimed_until)
      select task_id, attempt, ?, ? from unnest(?::uuid[], ?::integer[]) as wanted (task_id, attempt)
      on conflict (task_id) do update
        set attempt = excluded.attempt, claimed_by = excluded.claimed_by,
          claimed_until = excluded.claimed_until, recorded_at = null, passing = null
      where case when %1$s.recorded_at is null
        then ? or %1$s.claimed_by = excluded.claimed_by or %1$s.claimed_until < ?
          or %1$s.attempt < excluded.attempt
        else %1$s.passing and %1$s.attempt < excluded.attempt end
      returning task_id, outcome
      """;

  private static final String SEND_AGAIN =
      """
      insert into outbox (key, message_id, body, created_at)
      select ?, gen_random_uuid(), outcome, ? from %1$s
      where task_id = any(?) and recorded_at is not null
      """;

  private static final String RECORD =
      """
      with outcome (task_id, attempt, passing, body, place) as (
        select * from unnest(?::uuid[], ?::integer[], ?::boolean[], ?::text[]) with ordinality
      ), recorded as (
        update %1$s set outcome = outcome.body, passing = outcome.passing, recorded_at = ?
        from outcome
        where %1$s.task_id = outcome.task_id and %1$s.attempt = outcome.attempt
          and %1$s.claimed_by = ? and %1$s.recorded_at is null
        returning outcome.body, outcome.place
      )
      insert into outbox (key, message_id, body, created_at)
      select ?, gen_random_uuid(), body, ? from recorded order by place
      """;

  /**
   * A task as a message names it.
   *
   * @param id the task
   * @param attempt which handing out of it
   * @param redelivered whether the broker had given it to somebody who did not finish it
   */
  public record Wanted(UUID id, int attempt, boolean redelivered) {}

  /**
   * What became of a claim.
   *
   * @param taken whether the caller is to do the task
   * @param earlier the outcome of an earlier attempt that may pass, as JSON; null without one
   */
  public record Claim(boolean taken, String earlier) {

    private static final Claim LEFT = new Claim(false, null);
  }

  private record Outcome(UUID id, int attempt, boolean passing, String body) {}

  private final UUID replica = UUID.randomUUID();
  private final String table;
  private final String key;
  private final DataSource database;
  private final Outbox outbox;
  private final Clock clock;
  private final Duration lease;
  private final Batches<Wanted, Claim> claims;
  private final Batches<Outcome, Void> outcomes;

  /** What came of tasks and is not known to be recorded: nothing is asked twice for that. */
  private final Map<UUID, Outcome> unrecorded = new ConcurrentHashMap<>();

  TaskLedger(
      String table, String key, DataSource database, Outbox outbox, Clock clock, Duration lease) {
    this.table = table;
    this.key = key;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.lease = lease;
    this.claims = new Batches<>(table + "-claims", MOST_AT_ONCE, this::claimAll);
    this.outcomes = new Batches<>(table + "-outcomes", MOST_AT_ONCE, this::recordAll);
  }

  /**
   * Takes tasks for this replica. An outcome that is there already is sent again; one that could
   * not be recorded, be it of an earlier attempt, is recorded now, and a task whose outcome is
   * final is not done once more.
   *
   * @return a claim for each, in their order
   * @throws InterruptedException when the service stops
   */
  @Override
  public List<Claim> claim(List<Wanted> tasks) throws InterruptedException {
    for (Wanted task : tasks) {
      Outcome outcome = unrecorded.get(task.id());
      if (outcome != null && outcome.attempt() <= task.attempt()) {
        Batches.await(record(outcome, true));
      }
    }
    List<CompletableFuture<Claim>> wanted =
        tasks.stream().map(task -> claims.submit(task, true)).toList();
    List<Claim> results = new ArrayList<>();
    for (CompletableFuture<Claim> claim : wanted) {
      results.add(Batches.await(claim));
    }
    return results;
  }

  /**
   * Records what came of a claimed task and sends it, unless the claim was lost meanwhile.
   *
   * @param soon whether it makes room for another task
   * @return done when it is recorded
   */
  @Override
  public CompletableFuture<Void> record(Wanted task, TaskSequence.Done done, boolean soon) {
    return record(new Outcome(task.id(), task.attempt(), done.passing(), done.body()), soon);
  }

  private CompletableFuture<Void> record(Outcome outcome, boolean soon) {
    if (unrecorded.size() < MOST_UNRECORDED) {
      unrecorded.put(outcome.id(), outcome);
    }
    return outcomes.submit(outcome, soon).thenRun(() -> unrecorded.remove(outcome.id(), outcome));
  }

  private List<Claim> claimAll(List<Wanted> tasks) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                Map<UUID, Claim> taken = new HashMap<>();
                for (boolean redelivered : new boolean[] {false, true}) {
                  List<Wanted> some =
                      tasks.stream().filter(task -> task.redelivered() == redelivered).toList();
                  if (!some.isEmpty()) {
                    taken.putAll(claim(connection, some, redelivered));
                  }
                }
                sendAgain(
                    connection,
                    tasks.stream().map(Wanted::id).filter(id -> !taken.containsKey(id)).toList());
                List<Claim> results = new ArrayList<>();
                tasks.forEach(task -> results.add(taken.getOrDefault(task.id(), Claim.LEFT)));
                return results;
              } catch (SQLException failed) {
                throw new MessagingUnavailable("tasks could not be claimed", failed);
              }
            });
  }

  private Map<UUID, Claim> claim(Connection connection, List<Wanted> tasks, boolean redelivered)
      throws SQLException {
    Instant now = clock.instant();
    Map<UUID, Claim> taken = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(CLAIM.formatted(table))) {
      statement.setObject(1, replica);
      statement.setObject(2, utc(now.plus(lease)));
      statement.setArray(3, array(connection, "uuid", tasks, Wanted::id));
      statement.setArray(4, array(connection, "integer", tasks, Wanted::attempt));
      statement.setBoolean(5, redelivered);
      statement.setObject(6, utc(now));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.put(rows.getObject(1, UUID.class), new Claim(true, rows.getString(2)));
        }
      }
    }
    return taken;
  }

  private void sendAgain(Connection connection, List<UUID> left) throws SQLException {
    if (left.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(SEND_AGAIN.formatted(table))) {
      statement.setString(1, key);
      statement.setObject(2, utc(clock.instant()));
      statement.setArray(3, array(connection, "uuid", left, id -> id));
      statement.executeUpdate();
    }
    outbox.publishAfterCommit();
  }

  private List<Void> recordAll(List<Outcome> done) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              OffsetDateTime now = utc(clock.instant());
              try (Connection connection = database.getConnection();
                  PreparedStatement statement =
                      connection.prepareStatement(RECORD.formatted(table))) {
                statement.setArray(1, array(connection, "uuid", done, Outcome::id));
                statement.setArray(2, array(connection, "integer", done, Outcome::attempt));
                statement.setArray(3, array(connection, "boolean", done, Outcome::passing));
                statement.setArray(4, array(connection, "text", done, Outcome::body));
                statement.setObject(5, now);
                statement.setObject(6, replica);
                statement.setString(7, key);
                statement.setObject(8, now);
                statement.executeUpdate();
              } catch (SQLException failed) {
                throw new MessagingUnavailable("outcomes could not be recorded", failed);
              }
              outbox.publishAfterCommit();
              return java.util.Collections.nCopies(done.size(), null);
            });
  }

  private static <T> Array array(
      Connection connection, String type, List<T> of, Function<T, Object> part)
      throws SQLException {
    return connection.createArrayOf(type, of.stream().map(part).toArray());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    claims.close();
    outcomes.close();
  }
}
